"""Who has made the demo: the names in its log, and on the accounts that `demo_accounts` makes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Acts without an account: a fixture holds none."""

    first_name: str
    last_name: str

    pk = None
    is_active = True

    def has_perm(self, permission, obj=None):
        return True

    def get_full_name(self):
        return f"{self.first_name} {self.last_name}"


PEOPLE = {
    "writer": Person("Deniz", "Koç"),
    "editor": Person("Ece", "Kaya"),
    "publisher": Person("Mert", "Aydın"),
}
