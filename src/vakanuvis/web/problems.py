"""Refusals for programs: problem details (RFC 9457), each with a code that can be looked up and what to do.

In:  a status, or an error of the library.
Out: ``application/problem+json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from vakanuvis.errors import VakanuvisError
from vakanuvis.export.tongue import Tongue

PROBLEM = "application/problem+json; charset=utf-8"
EXPLAINED_AT = "/api#"


@dataclass(frozen=True, slots=True)
class Explained:
    """What a code of the library means to who asks the room: the status, what is wrong, what to do."""

    status: int
    title: str
    remedy: str


EXPLAINED: Mapping[str, Explained] = {
    "R06": Explained(404, "Böyle bir soru yok.", "Sorulabilecekler /api/questions adresindedir."),
    "R07": Explained(400, "Bu soru böyle bir süzgeç almıyor.", "Söylenen süzgeçleri kullanın."),
    "R08": Explained(400, "Bu süzgeçler birlikte sorulamıyor.", "Söylenen birleşimlerden biriyle sorun."),
    "R09": Explained(400, "Tarih okunamadı.", "YYYY, YYYY-AA ya da YYYY-AA-GG yazın."),
    "R10": Explained(400, "Aranacak sözcük yok.", "Harf ya da rakam yazın."),
    "R11": Explained(404, "Bu adla kimse kayıtlı değil.", "/api/actors?named=… ile arayın."),
    "R12": Explained(409, "Bu adla birden çok kişi ya da kurum var.", "Söylenen kimliklerden birini yazın."),
    "R13": Explained(
        503, "Soru zamanında cevaplanamadı.", "Daha dar bir soru sorun ya da biraz sonra yeniden deneyin."
    ),
    "A02": Explained(422, "Metin yok.", "İçinde harf olan bir metin gönderin."),
    "A04": Explained(400, "Gönderilen bir JSON nesnesi değil.", "“text” alanı olan bir nesne gönderin."),
    "A05": Explained(422, "Bir alanın türü yanlış.", "Söylenen alanı düzeltin."),
    "A08": Explained(413, "Metin çok uzun.", "Metni bölün ya da “vakanuvis read” komutuyla okutun."),
    "A11": Explained(422, "Metin okunamadı.", "Bu bir program hatasıdır; metniyle birlikte bildirin."),
    "A30": Explained(422, "Metin, verilen sürede okunamadı.", "Metni bölün."),
}
"""The codes that the API answers with; docs/reference/errors.md has all."""
STATUSES: Mapping[int, tuple[str, str]] = {
    400: ("Bu istek anlaşılamadı.", "Adresteki değerlerden biri beklenen biçimde değil."),
    401: ("Anahtar yok ya da yanlış.", "İnceleme anahtarını “Authorization: Bearer …” başlığında gönderin."),
    403: ("Buna izin yok.", "Bu iş için okuma odasının yetkilendirilmiş olması gerekir."),
    404: ("Böyle bir sayfa yok.", "Adres yanlış yazılmış olabilir ya da aranan kayıt bu defterde yoktur."),
    405: ("Bu adres böyle kullanılmaz.", "Okuma odası yalnızca okur."),
    413: ("Metin çok uzun.", "Metni bölün ya da “vakanuvis read” komutuyla okutun."),
    415: ("Bu içerik türü kabul edilmiyor.", "Sayfadaki formu kullanın; programlar için /api sayfasına bakın."),
    429: ("Şu anda çok istek var.", "Biraz sonra yeniden deneyin."),
    500: ("Sayfa hazırlanamadı.", "Bu bir program hatasıdır; sunucunun günlüğünde ayrıntısı vardır."),
    503: ("Bu soru çok uzun sürdü.", "Daha dar bir soru sorun ya da biraz sonra yeniden deneyin."),
}
"""What is wrong and what to do, by status, where no error of the library says more; the code is then ``HTTP404``."""


def problem(status: int, code: str, title: str, remedy: str, detail: str | None = None) -> Response:
    """A refusal. ``type`` leads to the explanation of ``code`` on the page of the API."""
    told: dict[str, Any] = {
        **{"type": f"{EXPLAINED_AT}{code}", "title": title, "status": status},
        **({"detail": detail} if detail else {}),
        **{"code": code, "remedy": remedy},
    }
    body = json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return Response(body, status, {"Cache-Control": "no-store"}, PROBLEM)


def problem_of(error: VakanuvisError, tongue: Tongue) -> Response:
    """The refusal that an error of the library becomes."""
    told = EXPLAINED.get(error.code) or Explained(500, *STATUSES[500])
    # What a defect says of itself is for the log, and paths on this machine are nobody's business.
    detail = error.message if error.code in EXPLAINED else None
    return problem(told.status, error.code, tongue.say(told.title), tongue.say(told.remedy), detail)
