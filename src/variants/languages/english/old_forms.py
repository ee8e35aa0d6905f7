"""Old forms of English function words and auxiliaries, and the modern form of each."""

from __future__ import annotations

OLD_FORMS = dict(
    pair.split("=")
    for pair in """
    thou=you thee=you ye=you thy=your thine=your hath=has doth=does art=are wilt=will shalt=shall
    hast=have hadst=had didst=did dost=do wast=were wert=were canst=can mayest=may mayst=may
    couldst=could wouldst=would shouldst=should saith=says spake=spoke unto=to upon=on tis=is
    whilst=while amongst=among betwixt=between nay=no yea=yes hither=here
    ere=before oft=often nigh=near sware=swore towards=toward
    """.split()
)
