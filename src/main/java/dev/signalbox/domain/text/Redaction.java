package dev.signalbox.domain.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of text before it is shown, logged or kept: everything that looks like a token, and every piece
/// of six characters or more of the secrets that are known exactly (a server may quote half of one).
public final class Redaction {

    /// What stands where a secret stood.
    public static final String MARK = "•••";

    private static final int PIECE = 6;

    /// A group 1, where there is one, is kept: it tells what was hidden.
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----).*?(?:-----END [A-Z ]{0,40}-----|\\z)",
                    Pattern.DOTALL),
            Pattern.compile(
                    "(?i)((?:authorization|private-token|job-token|x-vault-token|x-api-key|cookie)[\"']?\\s*[:=]\\s*)"
                            + "[^\\r\\n]+"),
            Pattern.compile("(?i)(\\bbearer\\s+)[^\\s\"',;]{3,}"),
            Pattern.compile("(?i)(\\b(?:basic|negotiate|token)\\s+)(?=[A-Za-z+/_-]{0,60}[0-9=])[A-Za-z0-9+/=_.-]{8,}"),
            Pattern.compile(
                    "\\b(gh[a-z]_|github_pat_|gl(?:pat|ptt|cbt|dt|rt|rtr|ft|soat|imt|agent|oas|ffct)-|xox[a-z]-|npm_|dckr_pat_|hvs\\.|ya29\\.)[A-Za-z0-9_.=-]{6,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*){0,4}"),
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{12,}"),
            Pattern.compile("(://)[^/\\s@\"']{1,300}@"),
            Pattern.compile(
                    "(?i)([?&](?:access_token|private_token|job_token|token|sig|signature|x-amz-[a-z-]{1,40}|password"
                            + "|secret|client_secret|code|key)=)[^&\\s\"'#]+"));

    /// Openings that everyone knows; a text may say "github" though a token begins with it.
    private static final Pattern PUBLIC_START =
            Pattern.compile(
                    "^(?:gh[a-z]_|github_pat_|gl(?:pat|ptt|cbt|dt|rt|rtr|ft|soat|imt|agent|oas|ffct)-|xox[a-z]-|eyJhbGciOi|-----BEGIN [A-Z ]+-----)");

    private final Set<String> pieces = new HashSet<>();

    /// @param secrets those known exactly; ones shorter than six characters cannot be told from ordinary text
    public Redaction(Collection<String> secrets) {
        for (String secret : secrets) {
            String hidden = PUBLIC_START.matcher(secret).replaceFirst("");
            for (int i = 0; i + PIECE <= hidden.length(); i++) {
                pieces.add(hidden.substring(i, i + PIECE));
            }
        }
    }

    /// The text without secrets. Never longer work than the text deserves: callers shorten first what may be huge.
    public String hide(String text) {
        String out = hideKnown(text);
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(out);
            if (matcher.find()) {
                String kept = matcher.groupCount() > 0 ? "$1" : "";
                out = matcher.replaceAll(kept + MARK);
            }
        }
        return out;
    }

    /// The text without any piece of the secrets that are known exactly, and otherwise unchanged: for data that is
    /// read on.
    public String hideKnown(String text) {
        if (pieces.isEmpty()) {
            return text;
        }
        BitSet secret = new BitSet(text.length());
        for (int i = 0; i + PIECE <= text.length(); i++) {
            if (pieces.contains(text.substring(i, i + PIECE))) {
                secret.set(i, i + PIECE);
            }
        }
        if (secret.isEmpty()) {
            return text;
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int from = secret.nextSetBit(0); from >= 0; from = secret.nextSetBit(at)) {
            parts.add(text.substring(at, from));
            at = secret.nextClearBit(from);
        }
        parts.add(text.substring(at));
        return String.join(MARK, parts);
    }
}
