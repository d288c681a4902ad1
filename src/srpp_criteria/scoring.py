# SPDX-License-Identifier: Apache-2.0
"""Points of award criteria, computed exactly as the tender text promises.

One function a method of `criteria/registers/scoring-methods.yml`. All numbers are Decimal; points have two decimals,
rounded half up.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from inspect import signature
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CENT = Decimal("0.01")
_ONE, _NONE, _HUNDRED = Decimal(1), Decimal(0), Decimal(100)


def linear(*, weight: Decimal, floor: Decimal, ceiling: Decimal, offer: Decimal) -> Decimal:
    """Points on a straight line from nothing at the floor to all of them at the ceiling; above it no more.

    >>> linear(weight=Decimal(6), floor=Decimal(7), ceiling=Decimal(12), offer=Decimal(10))
    Decimal('3.60')
    """
    return _rounded(weight * _part(offer, floor, ceiling))


def quality_scale(*, weight: Decimal, best_mark: Decimal, mark: Decimal) -> Decimal:
    """Points in proportion to the mark of the panel.

    >>> quality_scale(weight=Decimal(10), best_mark=Decimal(5), mark=Decimal(3))
    Decimal('6.00')
    """
    if not _NONE <= mark <= best_mark:
        raise ValueError(f"mark {mark} is not between 0 and {best_mark}")
    return _rounded(weight * mark / _positive("best_mark", best_mark))


def quantity_times_credibility(
    *, weight: Decimal, floor: Decimal, ceiling: Decimal, offer: Decimal, factor: Decimal
) -> Decimal:
    """Points of the straight line, times how credible the plan behind the number is.

    >>> quantity_times_credibility(
    ...     weight=Decimal(6), floor=Decimal(7), ceiling=Decimal(12), offer=Decimal(15), factor=Decimal("0.5")
    ... )
    Decimal('3.00')
    """
    if factor not in {Decimal("0.5"), Decimal("0.75"), _ONE}:
        raise ValueError(f"factor {factor} is not 0.5, 0.75 or 1")
    return _rounded(weight * _part(offer, floor, ceiling) * factor)


def level_ladder(
    *, weight: Decimal, top_level: Decimal, share_1: Decimal = _NONE, share_2: Decimal = _NONE, share_3: Decimal = _NONE
) -> Decimal:
    """Points for the share of the value proven at each level; a higher level counts more.

    >>> level_ladder(weight=Decimal(12), top_level=Decimal(3), share_1=Decimal(50), share_3=Decimal(50))
    Decimal('8.00')
    """
    shares = (share_1, share_2, share_3)
    if min(shares) < _NONE or sum(shares) > _HUNDRED:
        raise ValueError(f"shares add up to {sum(shares)} percent (each at least 0, together at most 100)")
    reached = sum((share * level for level, share in enumerate(shares, 1)), _NONE)
    return _rounded(weight * reached / _HUNDRED / _positive("top_level", top_level))


def monetised(*, weight: Decimal, value: Decimal, price: Decimal, fulfilment: Decimal) -> Decimal:
    """The comparison price: the price less what fulfilment is worth; `weight` plays no part, the lowest price wins.

    >>> monetised(weight=Decimal(0), value=Decimal(800000), price=Decimal(9600000), fulfilment=Decimal(25))
    Decimal('9400000.00')
    """
    del weight
    return _rounded(price - value * fulfilment / _HUNDRED)


def price_anchored(*, weight: Decimal, low_anchor: Decimal, high_anchor: Decimal, price: Decimal) -> Decimal:
    """Points for the price between two anchors fixed in advance, so that one low bid does not move the others.

    >>> price_anchored(weight=Decimal(70), low_anchor=Decimal(8), high_anchor=Decimal(12), price=Decimal(9))
    Decimal('52.50')
    """
    return _rounded(weight * (_ONE - _part(price, low_anchor, high_anchor)))


METHODS: Mapping[str, Callable[..., Decimal]] = {
    "linear": linear,
    "quality-scale": quality_scale,
    "quantity-times-credibility": quantity_times_credibility,
    "level-ladder": level_ladder,
    "monetised": monetised,
    "price-anchored": price_anchored,
}
"""Every method that can be computed, by its key in the register."""


def inputs_of(method: str) -> tuple[str, ...]:
    """The numbers that a method computes with.

    >>> inputs_of("linear")
    ('weight', 'floor', 'ceiling', 'offer')
    """
    return tuple(signature(METHODS[method]).parameters)


def points(method: str, **numbers: Decimal) -> Decimal:
    """Points by a method's key.

    Raises:
        ValueError: the method is unknown, a number is missing, unknown or outside what the method allows.
    """
    if method not in METHODS:
        raise ValueError(f'method "{method}" cannot be computed (methods: {", ".join(METHODS)})')
    function = METHODS[method]
    wanted = signature(function).parameters
    for name in numbers:
        if name not in wanted:
            raise ValueError(f'{method} has no number "{name}" (numbers: {", ".join(wanted)})')
    missing = [
        name for name, parameter in wanted.items() if parameter.default is parameter.empty and name not in numbers
    ]
    if missing:
        raise ValueError(f"{method} needs {', '.join(missing)}")
    return function(**numbers)


def _part(offer: Decimal, floor: Decimal, ceiling: Decimal) -> Decimal:
    if ceiling <= floor:
        raise ValueError(f"ceiling {ceiling} is not above the floor {floor}")
    return min(_ONE, max(_NONE, (offer - floor) / (ceiling - floor)))


def _positive(name: str, number: Decimal) -> Decimal:
    if number <= _NONE:
        raise ValueError(f"{name} is {number}, not above 0")
    return number


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(_CENT, ROUND_HALF_UP)
