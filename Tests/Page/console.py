"""What the browser's console may say in a check, since the check itself makes it happen."""


def expects(*words):
    """Marks a check whose console lines may hold one of `words`."""
    def mark(check):
        check.expected = words
        return check
    return mark
