package dev.signalbox.practice.http;

import org.jspecify.annotations.Nullable;

/// A weak entity tag, as it stands in the header.
///
/// @param header `W/"…"`
public record EntityTag(String header) {

    /// The tag of an answer.
    ///
    /// @param fingerprint of everything that makes it another answer
    public static EntityTag of(String fingerprint) {
        return new EntityTag("W/\"" + fingerprint + "\"");
    }

    /// Whether somebody who has one of these tags has this answer: the weak comparison of RFC 9110, section 8.8.3.2.
    ///
    /// @param asked the header `If-None-Match`
    public boolean isAmong(@Nullable String asked) {
        for (String each : asked == null ? new String[0] : asked.split(",", -1)) {
            if (each.trim().equals("*") || strong(each.trim()).equals(strong(header))) {
                return true;
            }
        }
        return false;
    }

    private static String strong(String tag) {
        return tag.replaceFirst("^W/", "");
    }
}
