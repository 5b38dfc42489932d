# Sourced by mvnw. Finds a JDK of release 21 or newer and exports JAVA_HOME, so that Maven, the compiler's plug-ins and the
# launcher all run on it even when the `java` on the path is older. Reads the JDK's `release` file and starts no JVM.
vedette_least=21

jdk_release() {
  if [ ! -x "$1/bin/javac" ] || [ ! -r "$1/release" ]; then echo 0; return 0; fi
  v=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release") || v=0
  echo "${v:-0}"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_release "$JAVA_HOME")" -ge "$vedette_least" ]; then return 0; fi

  javac=$(command -v javac 2>/dev/null) || javac=
  if [ -n "$javac" ]; then
    real=$(readlink -f "$javac" 2>/dev/null) || real=$javac
    home=$(dirname "$(dirname "$real")")
    if [ "$(jdk_release "$home")" -ge "$vedette_least" ]; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  fi

  best=0
  set +f # the caller runs with globbing off
  for home in /usr/lib/jvm/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    release=$(jdk_release "$home")
    if [ "$release" -gt "$best" ]; then best=$release; JAVA_HOME=$home; fi
  done
  set -f
  if [ "$best" -ge "$vedette_least" ]; then export JAVA_HOME; return 0; fi

  echo "Vedette needs a Java Development Kit of release $vedette_least or newer, and none was found." >&2
  echo "Install one (Debian: apt-get install openjdk-21-jdk-headless, others: https://adoptium.net) or set JAVA_HOME to it." >&2
  exit 1
}

find_jdk

# A profile cannot make Maven quiet; the demo's own progress lines and the bench's figures are what a person wants to read.
case " $* " in *" -Pdemo "* | *" -Pbench "*) export MAVEN_ARGS="--quiet ${MAVEN_ARGS-}" ;; esac
