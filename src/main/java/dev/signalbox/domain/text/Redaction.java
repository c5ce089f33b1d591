package dev.signalbox.domain.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes secrets out of text before it is shown, logged or kept: everything that looks like a token, and every piece
/// of six characters or more of the secrets that are known exactly (a server may quote half of one).
public final class Redaction {

    /// What stands where a secret stood.
    public static final String MARK = "•••";

    private static final int PIECE = 6;

    /// No provider gives shorter tokens, and a shorter secret may be a word of the text.
    private static final int WHOLE = 12;

    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----).*?(?:-----END [A-Z ]{0,40}-----|\\z)", Pattern.DOTALL,
                    "-----begin "),
            new Shape(
                    "((?:authorization|private-token|job-token|x-vault-token|x-api-key|cookie)[\"']?\\s*[:=]\\s*)"
                            + "[^\\r\\n]+",
                    Pattern.CASE_INSENSITIVE, "authorization", "-token", "x-api-key", "cookie"),
            new Shape("(\\bbearer\\s+)[^\\s\"',;]{3,}", Pattern.CASE_INSENSITIVE, "bearer"),
            new Shape(
                    "(\\b(?:basic|negotiate|token)\\s+)(?=[A-Za-z+/_-]{0,60}[0-9=])[A-Za-z0-9+/=_.-]{8,}",
                    Pattern.CASE_INSENSITIVE, "basic", "negotiate", "token"),
            new Shape(
                    "\\b(gh[a-z]_|github_pat_|gl(?:pat|ptt|cbt|dt|rt|rtr|ft|soat|imt|agent|oas|ffct)-|xox[a-z]-|npm_|dckr_pat_|hvs\\.|ya29\\.)[A-Za-z0-9_.=-]{6,}",
                    0, "gh", "github_pat_", "gl", "xox", "npm_", "dckr_pat_", "hvs.", "ya29."),
            new Shape("\\beyJ[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*){0,4}", 0, "eyj"),
            new Shape("\\b(AKIA|ASIA)[0-9A-Z]{12,}", 0, "akia", "asia"),
            new Shape("(://)[^/\\s@\"']{1,300}@", 0, "://"),
            new Shape(
                    "([?&](?:access_token|private_token|job_token|token|sig|signature|x-amz-[a-z-]{1,40}|password"
                            + "|secret|client_secret|code|key)=)[^&\\s\"'#]+",
                    Pattern.CASE_INSENSITIVE, "?", "&"));

    /// Openings that everyone knows; a text may say "github" though a token begins with it.
    private static final Pattern PUBLIC_START =
            Pattern.compile(
                    "^(?:gh[a-z]_|github_pat_|gl(?:pat|ptt|cbt|dt|rt|rtr|ft|soat|imt|agent|oas|ffct)-|xox[a-z]-|eyJhbGciOi|-----BEGIN [A-Z ]+-----)");

    /// For where no secret is known exactly.
    public static final Redaction SHAPES_ONLY = new Redaction(List.of());

    private final Set<String> pieces = new HashSet<>();
    private final List<String> secrets;
    private final List<String> wholes;
    private final SecretBytes bytes;

    /// @param secrets those known exactly; ones shorter than six characters cannot be told from ordinary text
    public Redaction(Collection<String> secrets) {
        this.secrets = List.copyOf(new LinkedHashSet<>(secrets));
        // The longest first: a shorter one may be part of it.
        wholes = this.secrets.stream()
                .filter(secret -> secret.length() >= WHOLE)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        bytes = new SecretBytes(wholes);
        for (String secret : secrets) {
            String hidden = PUBLIC_START.matcher(secret).replaceFirst("");
            for (int i = 0; i + PIECE <= hidden.length(); i++) {
                pieces.add(hidden.substring(i, i + PIECE));
            }
        }
    }

    /// The same, which knows these secrets too.
    public Redaction with(Collection<String> more) {
        return new Redaction(Stream.concat(secrets.stream(), more.stream()).toList());
    }

    /// Finds whole ones of those that are known exactly, of twelve characters and more, in bytes.
    public SecretBytes bytes() {
        return bytes;
    }

    /// The text without secrets. Never longer work than the text deserves: callers shorten first what may be huge.
    public String hide(String text) {
        return hideShapes(hideKnown(text));
    }

    /// The same, but of the secrets that are known exactly only whole ones of twelve
    /// characters and more: for text of which much is shown or kept, where
    /// a piece of six letters of somebody's token may well be half of a word.
    public String hideWhole(String text) {
        return hideShapes(hideHeld(text));
    }

    /// The text without whole ones, of twelve characters and more, of the secrets that are known exactly, and otherwise
    /// unchanged: for addresses and commands, in which a user's name has the shape of a secret.
    public String hideHeld(String text) {
        String out = text;
        for (String secret : wholes) {
            out = out.contains(secret) ? out.replace(secret, MARK) : out;
        }
        return out;
    }

    private static String hideShapes(String text) {
        String out = text;
        String small = out.toLowerCase(Locale.ROOT);
        for (Shape shape : SHAPES) {
            if (shape.mayStandIn(small)) {
                out = shape.hideIn(out);
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

    /// What a kind of secret looks like. A group 1, where there is one, is kept: it tells what was hidden.
    ///
    /// @param signs small texts without one of which it cannot stand in a text, in lower case: most lines of a log hold
    ///     none, and looking for them takes a hundredth of what the patterns take
    private record Shape(Pattern pattern, List<String> signs) {

        Shape(String pattern, int flags, String... signs) {
            this(Pattern.compile(pattern, flags), List.of(signs));
        }

        boolean mayStandIn(String small) {
            for (String sign : signs) {
                if (small.contains(sign)) {
                    return true;
                }
            }
            return false;
        }

        String hideIn(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.replaceAll(matcher.groupCount() > 0 ? "$1" + MARK : MARK);
        }
    }
}
