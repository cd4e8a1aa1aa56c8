"""How a reply says what food is made of, for a disclaimer; data, read by ``disclaimer``."""

from __future__ import annotations

from typing import Final

_FOOD: Final = (
    r"(?:(?:butter|cream|flour|sugar|honey|syrup|salt|yeast|oil|lard|stock|broth|cheese|milk|"
    r"yogh?urt|bacon|ham|beef|pork|chicken|turkey|meat|fish|shrimp|shellfish|garlic|tofu|soy|"
    r"sesame|wheat|rye|oat|barley|corn|rice|gluten|dairy|lactose|cocoa|cinnamon|vanilla|caraway|"
    r"ginger|gelatin|wine|alcohol|fruit|dough|mayo|coconut|lemon|caramel|preservative|additive|"
    r"allergen|(?:pea|wal|hazel|pine )?nut|almond|pecan|cashew|egg|onion|tomato|berr(?:y|ie)|"
    r"apple|raisin|bean|lentil|mushroom|herb|spice|seed|chocolate|pepper|potato|vegetable)e?s?|"
    r"buttermilk|vegan|vegetarian)\b"
)
_SOME: Final = rf"(?: [\w-]+){{0,3}} {_FOOD}"
_MADE: Final = (
    r"(?:made|baked?|cook(?:ed)?|fr(?:y|ied)|roasted|sweetened|thickened|filled|topped|layered|"
    r"brushed|glazed|seasoned|flavou?red|mixed|finished|dusted|stuffed|served)"
)
_PART: Final = (
    r"(?:filling|dough|base|sauce|topping|icing|frosting|crust|glaze|dressing|batter|broth)"
)
# What is eaten, not who sells it or where it is kept.
_DISH: Final = (
    r"(?:it|they|(?:the|our|that|this|these|those) (?!(?:\w+ )?(?:store|shop|market|deli|bakery|"
    r"counter|aisle|team|case|cooler|fridge|order|shelf|section|department|branch|truck)s?\b)"
    r"[\w-]+(?: (?!(?:do|does)\b)[\w-]+)?)"
)
_INSIDE: Final = r"in (?:it|them|that|those|the (?!store|shop|case|cooler|fridge|back|aisle)\w+)"
_LIST: Final = rf"(?:[\w-]+ )?{_FOOD}(?:, [\w-]+(?: [\w-]+)?){{0,6}},? and (?:[\w-]+ )?{_FOOD}"
# A trigger is about food that is made of something, or about ingredients of it.
CUE: Final = (
    r"\b(?:bak|dish|food|menu|meal|drink|deli|prepared|pastr|cake|bread|recipe)\w*\b.*"
    r"\b(?:made (?:of|from|with)|contain|ingredient)"
)
SAID: Final = "|".join(
    (
        r"\bingredients?\b",
        rf"\b(?:contain|includ|us|add)(?:es|ing|e|s)?\b{_SOME}",
        rf"\b{_MADE} (?:[\w-]+ ){{0,4}}?(?:of|from|with|in|using)\b{_SOME}",
        rf"\b{_DISH} (?:do(?:es)? )?(?:has|have|gets?|comes? with|carr(?:y|ies))\b{_SOME}",
        rf"\bthere(?:'s| is| are| isn't| aren't)\b{_SOME}(?: [\w-]+)? (?:inside|on top|{_INSIDE})",
        rf"(?:\bis|\bare|'s) (?:just |only |simply )?{_LIST}",
        rf"\b{_PART} (?:is|are)\b{_SOME}",
        rf"\b{_FOOD}-free\b",
        rf"\bfree (?:of|from) (?:\w+ )?{_FOOD}",
        r"\b(?:is|are) (?:vegan|vegetarian)\b",
    )
)
