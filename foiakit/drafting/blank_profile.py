"""A profile to fill in: every key with what it is for, commented out until it is given."""

from __future__ import annotations

from collections.abc import Mapping

from foiakit.files import dump

BLANK_NAME = "Your Name"
"""What stands for the name until a person writes theirs; no letter is signed with it."""

ASKED = {
    "name": "Your name",
    "role": "Your role (Reporter, Attorney, Researcher)",
    "organization": "Your organization",
    "email": "E-mail address",
    "phone": "Telephone",
    "residence": "State where you live, as us-ca (some states' laws ask)",
}
"""The facts that a terminal asks for, with their questions."""

_SECTIONS = """\
# Who asks. Every line here may be printed in a letter; nothing about you is printed that is not here.
# Keep only what is true of you. Lines that start with # are left out; take the # away to use one.

{name}
{role}
{organization}
{email}
{phone}
#address:
#  - 1 Example Street
#  - Sampletown, CA 90000

# Fee category, federal letters only: commercial, educational, scientific, news_media or other. The facts that show it:
#fee_category: other
#category_facts:
#  - What you publish, teach or study, and that these records are for it.

# Counsel who asks for a client; “named: no” keeps the name out of the letter.
#client: {{name: A Client, named: yes}}

# Facts for a waiver of fees. A factor without a fact is not argued.
#waiver:
#  operations: How the records bear on what the government does (taken from the items where left out).
#  contribution: What they would add to what is already public.
#  audience: Who would learn of it.
#  ability: How you would bring it to them, and that you can.
#  no_commercial_interest: That you have no commercial interest in them, if so.

# The most you will pay without being asked again, in whole dollars.
#ceiling: 25

# Where you live and of which state you are a citizen: only if true. Some laws answer only residents or citizens.
{residence}
#citizen_of: us-ca
#us_resident: yes
#us_citizen: yes

# Arizona, New Jersey and South Carolina ask whether the purpose is commercial; Arizona what the commercial use is, New
# Jersey also for an indictable conviction and a legal proceeding, Louisiana for full age; Kentucky how you count as its
# resident if you do not live there, Virginia which medium there you represent. Each only if true.
#commercial_purpose: no
#convicted: no
#statements:
#  commercial_use: What the records will be used for.
#  legal_proceeding: no
#  adult: yes
#  kentucky_resident_as: I work in Kentucky.
#  media_in_virginia: a newspaper that circulates there

# Why a request cannot wait: ground is safety or urgency_to_inform. “certified: yes” is your own certification that the
# facts are true and correct to the best of your knowledge and belief; without it nothing is claimed.
#expedite:
#  ground: urgency_to_inform
#  facts:
#    - The vote on the contract is set for June 9.
#  certified: no
"""

_EXAMPLES = {
    "name": BLANK_NAME,
    "role": "Reporter",
    "organization": "Your Organization",
    "email": "you@example.org",
    "phone": "555-0100",
    "residence": "us-ca",
}


def blank_profile(given: Mapping[str, str] | None = None) -> str:
    """The text of a profile file. What is given is filled in; without a name, an example stands there to be replaced.

    Args:
        given: Facts by key, of those in `ASKED`.
    """
    lines = {}
    for key, example in _EXAMPLES.items():
        value = (given or {}).get(key)
        if value:
            lines[key] = dump.dump({key: value}).strip()
        else:
            lines[key] = f"{key}: {example}" if key == "name" else f"#{key}: {example}"
    return _SECTIONS.format(**lines)
