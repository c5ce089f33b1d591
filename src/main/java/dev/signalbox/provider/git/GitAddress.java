package dev.signalbox.provider.git;

import dev.signalbox.provider.http.BaseUrl;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Address of a Git repository, parsed once: the host that is connected to is the one that was checked.
public sealed interface GitAddress {

    /// As it is written, without any credential.
    String words();

    /// Its host, without a port.
    String host();

    /// Reached over HTTPS, with a token if the repository wants one.
    record Https(BaseUrl base) implements GitAddress {

        @Override
        public String words() {
            return base.toString();
        }

        @Override
        public String host() {
            return base.origin().host();
        }
    }

    /// Reached over ssh, with the keys of the person who sits here.
    ///
    /// @param words `git@host:owner/name.git`, or `ssh://git@host:port/owner/name.git`
    record Ssh(String words) implements GitAddress {

        private static final int LONGEST = 500;
        // Nothing may begin with a dash, and there is no room for a password.
        private static final String WHO = "[A-Za-z0-9_][A-Za-z0-9._-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}";
        private static final String PATH = "([A-Za-z0-9._~][A-Za-z0-9._~/-]*)";
        private static final List<Pattern> FORMS = List.of(
                Pattern.compile(WHO + ":" + PATH),
                Pattern.compile("ssh://" + WHO + "(?::[1-9][0-9]{0,4})?/" + PATH));

        @Override
        public String host() {
            return words.substring(words.indexOf('@') + 1).replaceFirst("[:/].*", "");
        }

        private static boolean isWritten(String text) {
            return text.length() <= LONGEST && FORMS.stream()
                    .map(form -> form.matcher(text))
                    .filter(Matcher::matches)
                    .map(found -> "/" + found.group(1) + "/")
                    .anyMatch(path -> !path.contains("/../") && !path.contains("/./") && !path.contains("/-")
                            && !path.substring(0, path.length() - 1).contains("//"));
        }
    }

    /// Whether somebody meant ssh, rightly written or not.
    static boolean meansSsh(String text) {
        return text.startsWith("ssh:") || text.matches("[^/:]+@[^/:]+:.*");
    }

    /// Reads an address that a person wrote.
    ///
    /// @throws IllegalArgumentException when it is refused; the message never repeats the text, which may hold a password
    static GitAddress parse(String text) {
        if (!meansSsh(text)) {
            return new Https(BaseUrl.parse(text));
        }
        if (!Ssh.isWritten(text)) {
            throw new IllegalArgumentException("The address must be like git@git.example.com:acme/board.git or"
                    + " ssh://git@git.example.com:22/acme/board.git");
        }
        return new Ssh(text);
    }
}
