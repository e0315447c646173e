/**
 * The script for bash. Our own, since the one of `@bomb.sh/tab` needs the bash-completion package, cannot
 * complete file names, evaluates what has been typed so far, and declares read-only globals under names that
 * other programs' scripts declare too.
 */
export const BASH_SCRIPT = `# bash completion for unpush
_unpush() {
  # Words are cut at blanks only: COMP_WORDS would be cut at "=" and ":" too
  local line="\${COMP_LINE:0:COMP_POINT}" words=() reply directive=0
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  COMPREPLY=()
  while IFS= read -r reply; do
    case "$reply" in
      :*) directive="\${reply#:}" ;;
      *) COMPREPLY+=("\${reply%%$'\\t'*}") ;;
    esac
  done < <(unpush complete -- "\${words[@]:1}" 2>/dev/null)
  # 4: no file names here. Bash before 4 has no compopt and offers them anyway
  if (( directive & 4 )); then compopt +o default 2>/dev/null; fi
  return 0
}
complete -o default -F _unpush unpush
`;
