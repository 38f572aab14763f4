#!/usr/bin/env bash
# The main job on the samples, as a clerk would do it. Usage: demo.sh LAUREAT FOLDER
set -euo pipefail

laureat=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
samples=$(dirname "$(realpath "$0")")
rm -rf "${folder:?}"/*
cd "$folder"
ln -s "$samples" samples
export LAUREAT_STORE="$folder/laureat.sqlite"

title() { if [ -t 1 ]; then printf '\n\033[1m%s\033[0m\n' "$*"; else printf '\n%s\n' "$*"; fi; }
run() { printf '$ laureat %s\n' "$*"; "$laureat" "$@"; }
# The same at the regional commission, which has a store of its own.
region() { printf 'region$ laureat %s\n' "$*"; LAUREAT_STORE="$folder/region.sqlite" "$laureat" "$@"; }
quiet() { "$laureat" "$@" >/dev/null; }

title "1. Who we are, and whose messages we expect"
quiet organisation self --id kemerovo-administration --title "Администрация города Кемерово" --territory 32701000
for sender in \
  "anzhero-administration=Администрация Анжеро-Судженского городского округа" \
  "kemerovo-residents-centre=Центр по работе с населением" \
  "best-municipal-practice-commission=Комиссия регионального этапа «Лучшая муниципальная практика»" \
  "best-tos-practice-committee=Оргкомитет конкурса «Лучшая практика ТОС»" \
  "tvoy-kuzbass-commission=Конкурсная комиссия «Твой Кузбасс – твоя инициатива»"; do
  quiet organisation add --id "${sender%%=*}" --title "${sender#*=}"
done
run organisation list

title "2. Announcements and applications come in; every file gets a receipt"
run import samples/*-announcement.xml samples/*-applications.xml --receipt receipts/

title "3. The same file again changes nothing"
run import samples/teplo-2020-applications.xml

title "4. A school sends a spreadsheet: how it is understood, and the way back"
cat >school.csv <<END
Номер;Номинация;Название;Заявитель;Дата подачи;Количество участников;Согласие на обработку
ш12-1;vesna;Скворечник «Берёзка»;3 «Б» класс;10.03.2020;25;да
ш12-2;Экодомик;Дом для синицы;Соболева Анна;11.03.2020;1;да
END
run import school.csv --contest teplo-2020 --preview
run import school.csv --contest teplo-2020
event=$("$laureat" history --last 1 --json | grep -o '"id" *: *[0-9]*' | grep -o '[0-9]*')
run undo "$event" --reason "не тот конкурс"

title "5. The jury's protocol names the winners; higher bodies answer"
run import samples/*-results.xml --receipt receipts/
echo '$ laureat winner list --contest teplo-2020 | head -8'
"$laureat" winner list --contest teplo-2020 | head -8
run contest list

title "6. Juries at work: score sheets and a juror's own form, the order, the tie, the places"
run entry admit --contest city-of-ideas-2020 --all --date 2020-03-23
run import samples/jury/city-of-ideas-2020-score-sheets.xml --receipt receipts/
run scores export --contest city-of-ideas-2020 --juror juror-4 -o form-for-juror-4.xlsx
run scores import samples/jury/city-of-ideas-2020-juror-4.csv
run ranking show --contest city-of-ideas-2020
echo '# Points do not tell 1 and 6 apart, so the rules leave it to the chair.'
run jury tie --contest city-of-ideas-2020 --method chair --order 6,1 --date 2020-03-27 --reason "ближе к памятной дате"
run winner propose --contest city-of-ideas-2020
run winner record --contest city-of-ideas-2020 --all --protocol 1 --date 2020-03-27
run protocol --contest city-of-ideas-2020 --format html -o city-of-ideas-2020-protocol.html
run protocol --contest city-of-ideas-2020 --format pdf -o city-of-ideas-2020-protocol.pdf
run diploma --contest city-of-ideas-2020 -o city-of-ideas-2020-diplomas.pdf

echo
echo '# 618 entries and a jury of seven: three jurors for each entry, evenly. One first place is withheld.'
run entry admit --contest snow-2020 --all --date 2020-12-21
run jury assign --contest snow-2020 --balanced 3
run import samples/jury/snow-2020-score-sheets.xml --receipt receipts/
run winner record --contest snow-2020 --all --absent juror-6 --withhold open-gates/1 --protocol 1 --date 2020-12-28
run winner record --contest snow-2020 --entry 171 --prize "Специальный приз жюри" --protocol 1 --date 2020-12-28
run winner list --contest snow-2020 --nomination open-gates

echo
echo '# 1123 entries, of which the districts have put 152 forward. A juror fell ill; the chair decides between equals.'
refusal=(--date 2020-10-19 --reason "не выдвинута районом")
echo "$ xargs laureat entry refuse ${refusal[*]} <samples/jury/tos-2020-not-put-forward.txt"
xargs "$laureat" entry refuse "${refusal[@]}" <samples/jury/tos-2020-not-put-forward.txt
run entry admit --contest tos-2020 --all --date 2020-10-19
run import samples/jury/tos-2020-score-sheets.xml --receipt receipts/
run jury progress --contest tos-2020
quiet jury close --contest tos-2020 --reason "болезнь члена жюри" --date 2020-10-28
echo '$ laureat winner propose --contest tos-2020 | head -12'
"$laureat" winner propose --contest tos-2020 | head -12
run jury tie --contest tos-2020 --nomination district-committee --method chair --order 330,297 --date 2020-10-29 \
  --reason "больше собраний жителей"
run winner record --contest tos-2020 --all --absent juror-6 --protocol 1 --date 2020-10-29

echo
echo '# 170 photographs that the jury sees without the names of their authors. Equals share a place.'
run entry admit --contest newyear-2020 --all --date 2020-01-17
run import samples/jury/newyear-2020-score-sheets.xml --receipt receipts/
run winner record --contest newyear-2020 --all --protocol 1 --date 2020-01-23
run winner list --contest newyear-2020

echo
for contest in snow-2020 tos-2020 newyear-2020; do
  run protocol --contest "$contest" --format pdf -o "$contest-protocol.pdf"
  run diploma --contest "$contest" -o "$contest-diplomas.pdf"
done
run diploma --contest teplo-2020 --design samples/designs/teplo.json -o teplo-2020-diplomas.pdf

title "7. The protocol proves its places without our store; one changed point is found"
run export results --contest city-of-ideas-2020 -o city-of-ideas-2020-results.xml
run verify city-of-ideas-2020-results.xml
sed '0,/<points criterion="idea">9</s//<points criterion="idea">10</' city-of-ideas-2020-results.xml >forged.xml
if answer=$(run verify forged.xml 2>&1); then
  echo "the changed point was not found" >&2
  exit 1
fi
grep -v '^  ' <<<"$answer"

title "8. Documents for the regional commission; a check says what it will make of them"
for document in announcement applications results; do
  run export "$document" --contest teplo-2020 -o "teplo-2020-$document.xml"
done
run check teplo-2020-announcement.xml teplo-2020-applications.xml teplo-2020-results.xml

title "9. Grant projects with their money, and the grantee's report to each funder"
run import samples/anzhero-2020-grants.xml --receipt receipts/
echo '# An accountant keeps the expenses of one project as a table: how it is understood, then what it makes of the money.'
run grant expense import novye-gorizonty samples/grants/novye-gorizonty-expenses.csv --preview
run grant expense import novye-gorizonty samples/grants/novye-gorizonty-expenses.csv
run grant expense edit novye-gorizonty e9 --file samples/grants/chek-318.txt --reason "приложен чек"
run grant text set novye-gorizonty samples/grants/novye-gorizonty-done.txt --section done --year 2020
run grant list
echo '# What is owed when; a period that was reported stays as it is.'
for project in ruka-pomoshchi shkola-sblizheniya novye-gorizonty; do
  quiet grant due add "$project" --kind interim --from 2020-04-01 --to 2020-06-30 --working-days 10
  quiet grant due add "$project" --kind annual --from 2020-01-01 --to 2020-12-31 --working-days 20
done
run grant deadlines --on 2020-07-10
run grant due status ruka-pomoshchi o1 submitted --date 2020-07-13
run grant due status ruka-pomoshchi o1 returned --date 2020-07-17 --reason "нет подписи бухгалтера"
run grant due status ruka-pomoshchi o1 submitted --date 2020-07-20
run grant due status ruka-pomoshchi o1 accepted --date 2020-07-24
run report grant ruka-pomoshchi --from 2020-04-01 --to 2020-06-30 --format xml -o report-corrected.xml
grep -e '<report ' -e '<replaces ' report-corrected.xml
run grant close ruka-pomoshchi --from 2020-02-01 --to 2020-06-30 --date 2020-07-24
if answer=$(run grant spend ruka-pomoshchi --amount 100 --date 2020-06-30 2>&1); then
  echo "a closed period took an expense" >&2
  exit 1
fi
echo "$answer"
run grant show ruka-pomoshchi
quiet organisation self --id anzhero-social-rehabilitation-centre \
  --title "МКУ «Социально-реабилитационный центр для несовершеннолетних»"
for funder in timchenko-foundation children-support-fund initiative-centre; do
  for format in xml html pdf xlsx csv; do
    run report funder "$funder" --year 2020 --format "$format" -o "report-$funder.$format"
  done
done
run report grant novye-gorizonty --year 2020 --layout samples/designs/funder-report.json --format html -o report-own-form.html
run export grants -o grants.xml
run export grants --format 360giving -o grants.json
run check report-*.xml grants.xml

title "10. The year on one page"
run report year --year 2020 --format html -o year-2020.html
run report year --year 2020 --territory 32701000 --format html -o year-2020-kemerovo.html
run report year --year 2020 --format json -o year-2020.json

quiet organisation self --id kemerovo-administration --title "Администрация города Кемерово" --territory 32701000

title "11. The winners go on to the region, and its results come back to the same entries"
quiet organisation add --id region-commission --title "Областная конкурсная комиссия"
LAUREAT_STORE=$folder/region.sqlite quiet organisation self --id region-commission --title "Областная конкурсная комиссия"
LAUREAT_STORE=$folder/region.sqlite quiet organisation add --id kemerovo-administration \
  --title "Администрация города Кемерово"
LAUREAT_STORE=$folder/region.sqlite quiet contest create --id teplo-region-2020 \
  --title "Тепло твоих рук: областной этап" --year 2020 --level regional --date 2020-04-01 \
  --nomination birdhouses="Скворечники" --prize 1:1="Диплом I степени" --prize 2:2="Диплом II степени" \
  --territory 32000000 --opens 2020-04-01 --closes 2020-05-20
run export applications --contest teplo-2020 --stage teplo-region-2020 --nomination birdhouses \
  --to region-commission -o to-region.xml
region import to-region.xml --receipt answer.xml
run import answer.xml
LAUREAT_STORE=$folder/region.sqlite quiet entry admit --contest teplo-region-2020 --all --date 2020-05-25
printf 'Заявка;Место;Приз\n2;1;Диплом I степени\n7;2;Диплом II степени\n' >winners.csv
region winner record --contest teplo-region-2020 --from winners.csv --protocol 7 --date 2020-06-01
region export results --contest teplo-region-2020 --to kemerovo-administration -o from-region.xml
run import from-region.xml --receipt receipts/
run entry show teplo-2020/7
run message list --direction out

title "12. What was done, whether it is as it was written, and a copy"
run history --last 5
run doctor
run backup copy.sqlite

title "Done. Look at:"
cat <<END
  $folder/year-2020.html             the year on one page
  $folder/report-timchenko-foundation.html    a funder's report, ready to print; .xlsx, .pdf and .csv beside it
  $folder/report-own-form.html       the same by a form of the funder's own
  $folder/receipts/                  a receipt for every file taken in
  $folder/city-of-ideas-2020-protocol.pdf   the jury's minutes, to be signed
  $folder/snow-2020-protocol.pdf     minutes on 618 entries, with an annex
  $folder/city-of-ideas-2020-diplomas.pdf   diplomas of a judged contest; teplo-2020-diplomas.pdf has a look of its own
  $folder/form-for-juror-4.xlsx      what a juror fills in
  $folder/teplo-2020-results.xml     the results for the regional commission
  $folder/copy.sqlite                a copy of the store
or ask the store yourself:
  LAUREAT_STORE=$LAUREAT_STORE $laureat contest show teplo-2020
END
