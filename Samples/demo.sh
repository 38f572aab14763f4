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

title "4. The jury's protocol names the winners; higher bodies answer"
run import samples/*-results.xml --receipt receipts/
echo '$ laureat winner list --contest teplo-2020 | head -8'
"$laureat" winner list --contest teplo-2020 | head -8
run contest list

title "5. Documents for the regional commission; a check says what it will make of them"
for document in announcement applications results; do
  run export "$document" --contest teplo-2020 -o "teplo-2020-$document.xml"
done
run check teplo-2020-announcement.xml teplo-2020-applications.xml teplo-2020-results.xml

title "6. Grant projects with their money, and the grantee's report to each funder"
run import samples/anzhero-2020-grants.xml --receipt receipts/
run grant list
quiet organisation self --id anzhero-social-rehabilitation-centre \
  --title "МКУ «Социально-реабилитационный центр для несовершеннолетних»"
for funder in timchenko-foundation children-support-fund initiative-centre; do
  run report funder "$funder" --year 2020 --format xml -o "report-$funder.xml"
  run report funder "$funder" --year 2020 --format html -o "report-$funder.html"
  run report funder "$funder" --year 2020 --format csv -o "report-$funder.csv"
done
run export grants -o grants.xml
run check report-*.xml grants.xml

title "7. The year on one page"
run report year --year 2020 --format html -o year-2020.html
run report year --year 2020 --territory 32701000 --format html -o year-2020-kemerovo.html
run report year --year 2020 --format json -o year-2020.json

title "Done. Look at:"
cat <<END
  $folder/year-2020.html             the year on one page
  $folder/report-timchenko-foundation.html    a funder's report, ready to print
  $folder/receipts/                  a receipt for every file taken in
  $folder/teplo-2020-results.xml     the results for the regional commission
or ask the store yourself:
  LAUREAT_STORE=$LAUREAT_STORE $laureat contest show teplo-2020
END
