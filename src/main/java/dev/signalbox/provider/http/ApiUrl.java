package dev.signalbox.provider.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of one request, built from segments so that no name from outside can address another resource. A name
/// that cannot be a segment (`.`, `..`, empty, with control characters) makes the whole address refused; the door then
/// answers with a problem and sends nothing.
public final class ApiUrl {

    private final String text;
    private final boolean hasQuery;
    private final @Nullable String refusal;

    private ApiUrl(String text, boolean hasQuery, @Nullable String refusal) {
        this.text = text;
        this.hasQuery = hasQuery;
        this.refusal = refusal;
    }

    static ApiUrl below(BaseUrl base) {
        return new ApiUrl(base.origin().toString(), false, null).segments(base.segments().toArray(String[]::new));
    }

    /// An address that a server gave, to be used verbatim. Whether it may be asked at all, and with a credential, is
    /// decided by its origin.
    public static ApiUrl given(URI address) {
        Origin origin = Origin.of(address);
        boolean good = origin != null && origin.isAllowed();
        return new ApiUrl(address.toASCIIString(), true,
                good ? null : "The server gave an address that may not be asked");
    }

    /// One more path segment, as plain text.
    public ApiUrl segment(String plain) {
        if (refusal != null) {
            return this;
        }
        if (hasQuery) {
            throw new IllegalStateException("A path segment cannot follow the query");
        }
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..") || !isText(plain)) {
            return new ApiUrl(text, false, "A name holds characters that cannot be part of an address");
        }
        return new ApiUrl(text + "/" + encode(plain), false, null);
    }

    /// More path segments, each as plain text.
    public ApiUrl segments(String... plain) {
        ApiUrl url = this;
        for (String segment : plain) {
            url = url.segment(segment);
        }
        return url;
    }

    /// One more query parameter.
    public ApiUrl query(String name, String value) {
        if (refusal != null) {
            return this;
        }
        if (!isText(name) || !isText(value)) {
            return new ApiUrl(text, true, "A value holds characters that cannot be part of an address");
        }
        return new ApiUrl(text + (hasQuery ? "&" : "?") + encode(name) + "=" + encode(value), true, null);
    }

    /// Why this address may not be used, if it may not.
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /// The finished address.
    ///
    /// @throws IllegalStateException when it is refused
    public URI uri() {
        if (refusal != null) {
            throw new IllegalStateException(refusal);
        }
        return URI.create(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiUrl url && url.text.equals(text) && (url.refusal == null) == (refusal == null);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return refusal == null ? text : "(refused address)";
    }

    private static boolean isText(String plain) {
        return plain.codePoints().noneMatch(c -> c < ' ' || c == 0x7f || (c >= 0xd800 && c <= 0xdfff));
    }

    private static String encode(String plain) {
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (byte b : plain.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) {
                out.append(c);
            } else {
                out.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
