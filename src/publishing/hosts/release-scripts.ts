/**
 * What is done on the host of a site with releases, as scripts for a POSIX shell: on a host by SSH, in a folder of this computer by `sh`.
 * The folder holds `releases/NUMBER/` (`site`, `server`, `files`: what it holds, `info`: the last file that was touched) and `current`, a
 * symbolic link to one of them. Every script answers in lines of a word and a value; `says` are those that end in failure.
 */

/** Opens the folder, or says what is wrong with it. */
const OPEN = `
set -eu
umask 022
dir=$1
if [ -e "$dir" ] && ! [ -d "$dir" ]; then echo "says ist eine Datei und kein Ordner"; exit 65; fi
if [ -d "$dir" ] && ! [ -d "$dir/releases" ] && [ -n "$(ls -A "$dir")" ]; then
  echo "says enthält etwas, das nicht von hier stammt"; exit 65
fi
`;

/** Lets one publication at a time in; the system frees the lock when the process ends, however it ends. */
const LOCK = `
command -v flock >/dev/null || {
  echo "says hat kein Programm flock (Paket util-linux), mit dem sich zwei Veröffentlichungen ausschließen"; exit 65
}
mkdir -p "$dir/releases" 2>/dev/null || { echo "says lässt sich nicht anlegen; es fehlen Rechte"; exit 65; }
cd "$dir"
[ -w . ] && [ -w releases ] || { echo "says lässt sich nicht beschreiben; es fehlen Rechte"; exit 65; }
exec 9>.lock
flock -n 9 || { echo "says wird gerade von einer anderen Veröffentlichung beschrieben; warten Sie, bis sie fertig ist"; exit 65; }
`;

/** What an interrupted publication may leave. `.current.new` leads to a release that was made and never shown; it goes first. */
const RESTS = `
rests() { for rest in releases/.new releases/.incoming releases/.gone .current.back .current.new; do
  if [ -e "$rest" ] || [ -L "$rest" ]; then echo "$rest"; fi
done; }
`;

/** Puts away what an interrupted publication left. */
const REPAIR = `${RESTS}
never=$(readlink .current.new || true)
case "$never" in
  "$(readlink current || true)") ;;
  releases/[0-9][0-9][0-9][0-9][0-9][0-9]) rm -rf "$never" ;;
esac
for rest in $(rests); do rm -rf "$rest"; echo "repaired $rest"; done
`;

/**
 * Answers with its clock and what is there: current release, its holdings' checksum, all releases, what was changed by hand, what was left
 * half done.
 */
export const INSPECT = `${OPEN}${RESTS}
echo "clock $(date +%s)"
[ -d "$dir/releases" ] || exit 0
cd "$dir"
for rest in $(rests); do echo "rest $rest"; done
current=$(readlink current || true)
if [ -L current ] && ! [ -e current/files ]; then
  echo "says zeigt mit current auf eine Veröffentlichung, die es nicht mehr gibt ($current)"; exit 65
fi
if [ -n "$current" ]; then
  echo "current $(basename "$current")"
  echo "files $(sha256sum < current/files | cut -d' ' -f1)"
  find "$current" -newer "$current/info" -exec echo touched {} ';' | head -n 20
fi
for release in releases/*/info; do [ -e "$release" ] && echo "release $(basename "$(dirname "$release")")"; done
exit 0
`;

/** Puts away what an interrupted publication left, where nothing else is to be done. */
export const TIDY = `${OPEN}${LOCK}${REPAIR}
exit 0
`;

/** Prints files of the current release, compressed, one behind the other. */
export const FETCH = `
set -eu
cd "$1/current"
shift
cat "$@" | gzip -1
`;

/** Takes in a package from its input (tar), makes of it and the current release a new one, and switches. */
export const APPLY = `${OPEN}${LOCK}
expected=$2 new=$3 keep=$4 base=$5
current=$(readlink current || true)
[ "$(basename "$current")" = "$expected" ] || {
  echo "says hat inzwischen eine andere Veröffentlichung bekommen; veröffentlichen Sie noch einmal"; exit 65
}
${REPAIR}
fail() { rm -rf releases/.new releases/.incoming; echo "says $1"; exit 65; }
mkdir releases/.incoming releases/.new || exit 1
tar -xmf - -C releases/.incoming || fail "hat nicht alles bekommen: Die Verbindung brach ab, oder der Datenträger ist voll"
[ -e releases/.incoming/complete ] || fail "hat nicht alles bekommen: Die Verbindung brach ab"
(cd releases/.incoming/package && sha256sum -c ../sums >/dev/null) || fail "hat Dateien bekommen, die unterwegs verändert wurden"
link() { cp -al "$1/." "$2/" 2>/dev/null || { rm -rf "$2"; mkdir "$2"; cp -Rp "$1/." "$2/"; }; }
# What would be put away at the end becomes the new one: costs what differs, where linking and deleting cost all that there is.
reuse() {
  oldest=releases/$(ls releases | sort -n | head -n 1)
  [ "$(ls releases | wc -l)" -ge "$keep" ] && [ "$oldest" != "$current" ] && [ -e "$oldest/info" ] && [ -e "$oldest/files" ] &&
    [ -z "$(find "$oldest" -newer "$oldest/info" | head -n 1)" ] || return 1
  rmdir releases/.new && mv "$oldest" releases/.new || return 1
  LC_ALL=C awk -F '\\t' 'NR == FNR { old[$2] = $1; next }
    old[$2] != $1 { print $2 > "releases/.incoming/take" } { delete old[$2] }
    END { for (path in old) print path > "releases/.incoming/drop" }' releases/.new/files "$current/files" || return 1
  if [ -s releases/.incoming/drop ]; then tr '\\n' '\\0' < releases/.incoming/drop | remove || return 1; fi
  [ -s releases/.incoming/take ] || return 0
  cd "$current"
  tr '\\n' '\\0' < ../.incoming/take | xargs -0 cp -l --parents --remove-destination -t ../.new 2>/dev/null ||
    tr '\\n' '\\0' < ../.incoming/take | xargs -0 cp -p --parents --remove-destination -t ../.new || { cd ../..; return 1; }
  cd ../..
}
# Removes files of the new release, and the folders that they leave empty.
remove() {
  tee releases/.incoming/removed | (cd releases/.new && xargs -0 rm -f)
  xargs -0 dirname -z < releases/.incoming/removed | sort -zu |
    (cd releases/.new && xargs -0 rmdir -p --ignore-fail-on-non-empty 2>/dev/null) || true
}
if [ -n "$current" ] && [ "$base" = yes ]; then
  reuse || { rm -rf releases/.new; mkdir releases/.new; link "$current" releases/.new; } ||
    fail "hat keinen Platz für eine weitere Veröffentlichung"
  rm -f releases/.new/info releases/.new/files
  if [ -s releases/.incoming/gone ]; then remove < releases/.incoming/gone; fi
fi
cp -al releases/.incoming/package/. releases/.new/ 2>/dev/null ||
  cp -Rpf releases/.incoming/package/. releases/.new/ ||
  fail "hat keinen Platz für eine weitere Veröffentlichung"
rm -rf releases/.incoming
touch releases/.new/info
sync -f releases/.new 2>/dev/null || sync
ln -s "releases/$new" .current.new
mv releases/.new "releases/$new"
mv -T .current.new current
echo "switched $new"
count=$(ls releases | wc -l)
for old in $(ls releases | sort -n); do
  [ "$count" -gt "$keep" ] || break
  [ "$old" != "$new" ] || continue
  mv "releases/$old" releases/.gone
  rm -rf releases/.gone
  count=$((count - 1))
done
exit 0
`;

/** Switches back to an earlier release: to the one named, or to the one before. */
export const ROLL_BACK = `${OPEN}${LOCK}
wanted=$2
current=$(basename "$(readlink current || true)")
[ -n "$current" ] || { echo "says enthält noch keine Veröffentlichung"; exit 65; }
${REPAIR}
if [ -z "$wanted" ]; then
  for release in $(ls releases | sort -n); do [ "$release" -lt "$current" ] && wanted=$release; done
  [ -n "$wanted" ] || { echo "says enthält keine frühere Veröffentlichung"; exit 65; }
fi
[ -e "releases/$wanted/info" ] || { echo "says enthält keine Veröffentlichung $wanted"; exit 65; }
if [ -n "$(find "releases/$wanted" -newer "releases/$wanted/info" | head -n 1)" ]; then
  echo "says enthält die Veröffentlichung $wanted nicht mehr, wie sie war: Jemand hat sie von Hand geändert"; exit 65
fi
ln -s "releases/$wanted" .current.back
mv -T .current.back current
echo "was $current"
echo "switched $wanted"
`;
