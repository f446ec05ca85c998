"""Errors of the order of reading."""

from __future__ import annotations

from vakanuvis.errors.wording import VakanuvisError


class PipelineError(VakanuvisError):
    """The stages do not fit together."""

    @classmethod
    def missing_layer(cls, stage: str, layer: str) -> PipelineError:
        """A stage needs a layer that no earlier stage adds."""
        return cls("P01", f"{stage} needs {layer}, which no earlier stage adds. Move it behind the stage that does.")

    @classmethod
    def layer_twice(cls, stage: str, layer: str) -> PipelineError:
        """Two stages add the same layer."""
        return cls("P02", f"{stage} adds {layer}, which an earlier stage adds already. Drop one of the two.")
