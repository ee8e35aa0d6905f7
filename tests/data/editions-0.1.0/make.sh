#!/bin/sh
# Make the editions of this folder anew, in FOLDER:
#
#     sh make.sh FOLDER
#
# Run with `variants` 0.1.0 and a Python with openpyxl on the search path. Ids, times and the tags of
# writers are drawn, so what is made here is another log with the same decisions. The editions
# beside this file are what the expected outputs belong to.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
export VARIANTS_EDITOR=kl COLUMNS=100

letters=letters-from-the-salt-mill
dike=dike-survey-by-sections
light=lighthouse-chapters-edited-later
ice=ice-observatory-in-sqlite

# The folder first-texts has the files that the script changes as they were before.
for edition in $letters $dike $light $ice; do
    cp -r "$here/$edition" .
    rm -rf "$edition/decisions" "$edition/.variants" "$edition/log.db"
    if [ -d "$here/first-texts/$edition" ]; then
        cp -r "$here/first-texts/$edition/." "$edition"
    fi
done

# This witness comes later.
rm -f $letters/variants/postcard/B.txt

# The id at the end of the first line that a command tells of.
id_of() {
    sed -n 's/.*\[\([0-9a-f]\{8\}\)\].*/\1/p' | head -n 1
}

# A copy of an edition for another editor, or for another machine of the same one.
copy_for() {
    cp -r "$1" "$2"
    rm -f "$2/.variants/writer"
}

# What was written in a copy comes home; nobody writes in a file of somebody else.
come_home() {
    for file in "$1"/decisions/*.jsonl; do
        [ -e "$2/decisions/$(basename "$file")" ] || cp "$file" "$2/decisions"
    done
    cp -r "$1/decisions/texts/." "$2/decisions/texts"
    rm -rf "$1"
}

# --- letters-from-the-salt-mill -------------------------------------------------------------
cd $letters

# Links without a reason go into variants.toml.
variants align --doc first-letter --force A:5,6=5
variants align --doc first-letter --forbid C:7=7 --force C:=18
variants align --doc second-letter --force B:3,4=3 --force B:17=
variants align --doc postcard --forbid A:4=5

variants decide first-letter:4.1 --keep
variants decide first-letter:4.2 --adopt B --why "The evening is over when one arrives." --category sense
variants decide first-letter:7.3 --keep --why "An order, not a wish." --category sense --confidence high \
    --evidence "source: Mill papers, bundle 3, leaf 2 | hjulet må stanses (no) | https://example.org/mill/3/2" \
    --evidence "dictionary: Word list of the salt works, entry “må”"
variants decide first-letter:14.2 --query "B has fourteen. How many planks does the bill have?" --category source-error
variants decide first-letter:16.1 --adopt A --why "Nearer to the phrase of the bill." --confidence low
variants decide first-letter:17.1 --alternates B --why "Both are usual."
variants decide first-letter:13.4 --reject --why "A reader's mark."
variants decide first-letter:10.3 --emend "not once" --why "“Hardly” and “not” are both too weak." --category usage
variants decide "first-letter:13:Nobody has told their wives" \
    --emend "Nobody has told their wives.

I shall write to them myself" --why "A line stands there in the letter book." --confidence medium \
    --evidence "edition: Letter book, page 4 | I shall write to them myself (en)" \
    --evidence "person: The keeper of the letter book"
variants decide first-letter:8.1 --defer
variants decide first-letter:10.2 --adopt B
variants decide first-letter:10.2 --keep --why "The longer form is the writer's own."
looked=$(variants decide first-letter:10.4 --adopt A | id_of)
variants log withdraw "$looked" --why "Decided on the wrong sentence."
variants decide first-letter:12.12 --emend "" --why "B adds it alone." --category usage
variants decide "first-letter:15:at once" --emend "with the next boat" --why "As the bill has it."
variants decide first-letter:9.2 --keep --why "Dr. “O'Neil” <ed@example.org> & co. say so; a | b \\ c."

variants rules add R1 "Chinese names in pinyin" --pair "Haiqing=Hai-ch'ing" --keep --why "Readers look for these forms."
variants rules apply R1 --yes
variants rules add R2 "Axle, not axletree" --pair "axle=axletree" --class term --why "One word for one thing."
variants rules apply R2 --yes

asked=$(variants log comment first-letter:14.2 "Has anybody seen the bill?" | id_of)
variants log comment first-letter:14.2 "It is with the harbour master." --reply "$asked" --editor mo
variants log comment second-letter:9.1 "Short, but good: 很好 👍"

variants decide second-letter:3.2 --adopt A
variants decide second-letter:7.1 --keep --why "Understatement." --category sense
variants decide second-letter:12.3 --adopt A --why "A knife has a hilt." --category terminology
variants decide second-letter:13.1 --keep
variants decide second-letter:11.4 --emend "quite black" --why "Stronger in the original."
wrong=$(variants decide second-letter:15.3 --emend "begs Mrs. Brekke for" --why "Words of a private letter." | id_of)
variants log erase "$wrong" --why "The owner of the private letter asks for it."

# Links with a reason are events of the log.
variants align --doc second-letter --force B:5=4 --why "The full stop is a slip of the pen."
variants align --doc second-letter --forbid A:17=17 --why "The ice is not the thaw." --editor mo
variants align --doc first-letter --force B:16= --why "Left out on purpose."
variants align --doc first-letter --force B:10=11 --why "Only to try it."
variants align --doc first-letter --unlink B:10 --why "It was right without."

# Two copies at once: a conflict, an agreement, and links that contradict one another.
copy_for ../$letters ../copy-of-mo
cd ../copy-of-mo
export VARIANTS_EDITOR=mo
variants decide first-letter:5.4 --adopt A --why "He was asked and said no." --confidence medium
variants decide first-letter:6.2 --keep --why "So in the letter."
variants decide first-letter:11.4 --adopt A --why "House style."
variants decide second-letter:16.1 --adopt B --why "It is a duty." --category sense
variants decide second-letter:18.2 --defer --why "After the proofs."
variants align --doc first-letter --force C:8=9 --why "Each in its place."
cd ../$letters
export VARIANTS_EDITOR=kl
variants decide first-letter:5.4 --keep --why "He may only have been unwilling."
variants decide first-letter:6.2 --keep --why "She had no cart."
variants decide first-letter:11.4 --adopt A
variants decide second-letter:16.1 --keep --why "It is an opinion."
variants align --doc first-letter --force C:8=10 --why "The words are the same."
come_home ../copy-of-mo ../$letters
# Another conflict, and its end.
copy_for ../$letters ../second-machine-of-kl
cd ../second-machine-of-kl
variants decide second-letter:5.3 --adopt A --why "Plainer."
variants decide first-letter:13.1 --adopt C --why "Written on the train."
cd ../$letters
variants decide second-letter:5.3 --keep --editor mo --why "Closer."
come_home ../second-machine-of-kl ../$letters
variants decide second-letter:5.3 --keep --why "M.O. is right." --editor kl

# The rule is changed after it was applied.
variants rules add R2 "Axle, never axletree" --pair "axle=axletree" --class term --why "One word for one thing, in notes too."
variants rules add R3 "Not in use" --pair "brine=lye" --adopt --why "For later." --editor mo
variants log seal "first proofs"

# A witness that comes after decisions were made.
variants decide postcard:3.5 --keep --why "No contrast."
variants decide postcard:5.1 --adopt A --editor mo
cat > variants/postcard/B.txt <<'END'
Dear Warden,

The wheel is going round again. We lost nine days, but no salt. Halvard has shaken my hand. I shall be home before Easter.

Ada
END
variants decide postcard:2.1 --adopt B --why "Livelier."
cd ..

# --- dike-survey-by-sections ----------------------------------------------------------------
cd $dike
variants align --doc survey --force Berg:16= --force Berg:17=
variants align --doc survey --forbid Crane:3=4
variants align --doc annex --force Tarn:4=4
variants align --doc survey --force Olm:8=9 --why "The first sluice, moved to the end." --editor mo
variants align --doc survey --forbid Ames:8=9 --why "These are other sluices."
variants align --doc annex --force Ames:7=7 --why "One sentence in both." --editor mo

variants decide survey:2.3 --keep --why "The minutes have the 14th." --evidence "source: Minutes, page 1 | den 14. Mai (de)" --category sense
variants decide survey:5.2 --keep --why "Ames misread a nine." --category source-error
variants decide survey:14.1 --alternates Ames --why "The board left it open." --editor mo
variants decide survey:12.4 --query "Crane denies the denial. Which is it?" --editor mo
variants decide survey:11.2 --adopt Ames --why "Readers do not know the title."
variants decide survey:19.2 --adopt Olm --why "The rule of the board counts in days." --category usage
variants decide survey:2.2 --adopt Ames --alternates Olm --why "Olm is good too."
variants decide survey:13.3 --keep --why "A sluice has no chamber." --category terminology --confidence high
variants decide survey:17.2 --reject --editor mo
variants decide survey:20.1 --defer --editor mo

variants rules add numerals "Figures below twelve in words" --pair "five=5" --pair "six=6" --pair "nineteen=19"
variants rules apply numerals --yes
variants rules add dike "Dike with an i" --pair "dike=dyke" --pair "dike-reeve=dyke-reeve" --class form --editor mo
variants rules apply dike --doc survey --yes --editor mo

# Tables that a colleague filled in.
variants report -f csv,xlsx -o ../tables/
python3 - ../tables <<'END'
import csv
import sys
from pathlib import Path

from openpyxl import load_workbook

WISHES = {
    "survey.csv": {
        "attended": None,
        "heightened": ("keep", "", "", ""),
        "surveyed": ("adopt", "surveyed", "", ""),
        "near": ("emend", "right beside", "The spade marks are at the very foot.", ""),
        "each": ("alternates", "each", "", ""),
    },
    "annex.xlsx": {
        "Shut": ("adopt", "Shut", "", ""),
        "lock-keeper": ("keep", "", "", ""),
        "Fourteen": ("query", "", "Are four men enough?", ""),
        "never answered": ("adopt", "never answered", "Stronger.", ""),
        "can't": ("reject", "", "", ""),
    },
}


def wish_for(name: str, readings: str) -> tuple[str, ...] | None:
    for words, wish in WISHES[name].items():
        if wish is not None and any(
            part.partition(" {")[0].strip() == words for part in readings.split("; ")
        ):
            return wish
    return None


folder = Path(sys.argv[1])
path = folder / "survey.csv"
with path.open(newline="", encoding="utf-8-sig") as file:
    rows = list(csv.DictReader(file))
for row in rows:
    wish = wish_for("survey.csv", row["readings"])
    if wish is not None and row["state"] == "undecided":
        row["action"], row["printed"], row["why"], row["editor"] = wish
with path.open("w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)

path = folder / "annex.xlsx"
book = load_workbook(path)
sheet = book.worksheets[0]
columns = {cell.value: cell.column for cell in sheet[1]}
for number in range(2, sheet.max_row + 1):
    wish = wish_for("annex.xlsx", sheet.cell(number, columns["readings"]).value or "")
    if wish is not None:
        for name, value in zip(("action", "printed", "why", "editor"), wish):
            sheet.cell(number, columns[name]).value = value or None
book.save(path)
END
variants log import --doc survey ../tables/survey.csv --editor mo --yes
variants log import --doc annex ../tables/annex.xlsx --editor kl --yes
rm -r ../tables
variants log comment annex:5.1 "Does the year stand in the board's books?" --editor mo
variants log seal
variants decide annex:6.1 --keep --why "Nobody it is." --editor mo
# The clerk finds another page: a witness is changed, and what was adopted of it is gone.
variants decide survey:20.5 --adopt Crane
sed 's/200 guilders yearly/200 guilders each year/' variants/survey/Crane.txt > changed
mv changed variants/survey/Crane.txt
variants decide survey:20.2 --keep --why "After the change of Crane."
cd ..

# --- lighthouse-chapters-edited-later -------------------------------------------------------
cd $light
variants align --doc kapitel-1 --force B:13= --force B:=5
variants align --doc chapter-2 --forbid A:7=8
variants align --doc chapter-2 --force A:7,8=7 --why "One age, two guesses."
variants decide kapitel-1:2.3 --adopt A --why "Eine Klippe gibt es dort nicht." --evidence "source: Karte der Küste, Blatt 2 | Felsen (de)"
variants decide kapitel-1:8.1 --keep --why "B hat sich verhört." --category sense
variants decide kapitel-1:5.2 --adopt A --why "Der Vater bittet." --editor mo
variants decide kapitel-1:14.1 --query "Gab das Schiff ein Zeichen oder keines?" --editor mo
variants decide kapitel-1:11.1 --emend "Stück Leinen" --why "So im Tagebuch."
variants decide kapitel-1:4.1 --keep
variants decide "kapitel-1:3:mit ihrem Vater" --emend "allein mit ihrem Vater" --why "„Allein“ steht in der Urschrift." --confidence low
variants log comment kapitel-1:12.1 "Vgl. die Wörter für „fahren“ in Kapitel 3."
variants log comment kapitel-1:8.1 "Einverstanden." --editor mo

variants decide chapter-2:4.4 --adopt A
variants decide chapter-2:6.1 --keep --why "Small, not little."
variants decide chapter-2:6.2 --adopt A --editor mo
variants decide chapter-2:12.3 --keep --why "He did not speak; that is more than silence." --editor mo
variants decide chapter-2:13.1 --adopt A --why "Sailors say line."
variants decide chapter-2:14.2 --adopt B --why "It is salt water."
variants decide chapter-2:19.1 --keep --why "B has lost a “not”." --category source-error --confidence high
variants decide chapter-2:20.1 --keep
variants decide "chapter-2:17:bad news" --emend "ill tidings" --why "An older word." --editor mo
variants decide "chapter-2:18:lantern" --emend "storm lantern" --why "As in chapter 1."
variants decide chapter-2:11.2 --adopt B
variants decide "chapter-2:8:He might have been fifty." --emend "Or fifty." --why "Shorter."
variants decide chapter-2:9.1 --reject --everywhere --yes --why "Quotation marks are the printer's."
variants decide chapter-2:3.3 --keep --editor mo
variants decide chapter-2:3.3 --adopt A --editor mo --why "No: foggy."
variants log seal "before the corrections"

# The texts are corrected; decisions are carried, spent, stale or lost.
sed -e 's/zwölf Jahren wohnte/dreizehn Jahren wohnte/' -e 's/mit einem Tuch/mit einem alten Lappen/' \
    -e 's/Es waren hundertvierzig\./Es waren genau hundertvierzig./' seeds/kapitel-1.txt > changed
mv changed seeds/kapitel-1.txt
sed 's/Du sollst die Lampe/Du darfst die Lampe/' variants/kapitel-1/A.txt > changed
mv changed variants/kapitel-1/A.txt
sed -e 's/a small green cutter/a small black cutter/' -e 's/a torn jib/a ragged jib/' \
    -e 's/threw her a rope/threw her a line/' -e '/^Her father/d' \
    -e 's/He might have been thirty\. //' seeds/chapter-2.txt > changed
printf 'A note at the end: the cutter was never seen again.\n' >> changed
mv changed seeds/chapter-2.txt
sed 's/He was silent for a while/He held his tongue for a while/' variants/chapter-2/B.txt > changed
mv changed variants/chapter-2/B.txt

variants decide kapitel-1:3.4 --keep --why "Nach der Durchsicht." --editor mo
variants decide chapter-2:answered --adopt A --why "After the corrections."
variants log comment chapter-2:6.2 "The jib is ragged now." --editor mo
variants log seal "after the corrections" --editor mo
# Once more, so that decisions are carried to where no seal has noted them.
sed 's/besuchte sie im Winter/besuchte sie im langen Winter/' seeds/kapitel-1.txt > changed
mv changed seeds/kapitel-1.txt
sed 's/down to the landing stage/down to the old landing stage/' seeds/chapter-2.txt > changed
mv changed seeds/chapter-2.txt
cd ..

# --- ice-observatory-in-sqlite --------------------------------------------------------------
cd $ice
variants align --doc "station log" --force B:9,10=9,10
variants align --doc "station log" --force A:13,14=13 --why "One sentence in A." --editor mo
variants align --doc summary --forbid A:2=3 --why "Days are no deaths."
variants decide "station log:8.2" --keep --why "Fourteen is too near for a calm cook." --category sense
variants decide "station log:18.1" --reject --why "B invents a duty." --editor mo
variants decide "station log:9.1" --adopt A
variants decide "station log:7.1" --adopt B --why "The word of sailors." --category terminology
variants decide "station log:7.1" --keep --why "The word of the instrument." --editor mo
variants decide "station log:5.1" --emend "We have lost sight of" --why "They saw it yesterday."
gone=$(variants decide "station log:4.3" --adopt A | id_of)
variants log withdraw "$gone" --why "A slip." --editor mo
variants rules add ota "Ōta with its macron" --pair "Ōta=Ota"
variants rules apply ota --yes
variants decide summary:2.2 --keep --editor mo
variants decide summary:5.3 --alternates A --editor mo
variants decide summary:3.1 --query "Nobody of the crew, or nobody at all?"
variants decide summary:4.3 --defer
variants log comment "summary:2.1" "Held fast is a phrase. 🧊" --editor mo
variants log seal "the winter"
cd ..
