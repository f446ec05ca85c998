"""What every kind of training does in each step: the forms of a batch, the optimizer, the rate."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Forms:
    """Features, letters and traits of every form."""

    features: Tensor
    chars: Tensor
    traits: Tensor

    @classmethod
    def of(cls, features: np.ndarray, chars: np.ndarray, traits: np.ndarray) -> Forms:
        """From arrays."""
        return cls(torch.from_numpy(features), torch.from_numpy(chars), torch.from_numpy(traits))

    def at(self, numbers: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As the network wants them."""
        return self.features[numbers].long(), self.chars[numbers].long(), self.traits[numbers].float()


def optimizer_of(net: nn.Module, decay: float) -> torch.optim.Optimizer:
    """AdamW over all that learns."""
    learnt = [weight for weight in net.parameters() if weight.requires_grad]
    return torch.optim.AdamW(learnt, lr=1.0, betas=(0.9, 0.98), weight_decay=decay, fused=True)


def rate_at(step: int, steps: int, highest: float, warmup: int) -> float:
    """Rises through ``warmup`` steps, then falls as a cosine does."""
    done = min(1.0, step / steps)
    return highest * min((step + 1) / warmup, 0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2)
