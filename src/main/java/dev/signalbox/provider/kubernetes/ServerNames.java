package dev.signalbox.provider.kubernetes;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Matches a certificate against an expected name (RFC 6125): subject alternative names only, a wildcard stands for
/// exactly the leftmost label.
final class ServerNames {

    private static final Integer DNS = 2;
    private static final Integer ADDRESS = 7;

    private ServerNames() {}

    static boolean matches(X509Certificate certificate, String expected) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return false;
            }
            for (List<?> name : names) {
                boolean fits = name.getFirst().equals(DNS) && matches(String.valueOf(name.get(1)), expected)
                        || name.getFirst().equals(ADDRESS) && name.get(1).equals(expected);
                if (fits) {
                    return true;
                }
            }
            return false;
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    static boolean matches(String pattern, String expected) {
        String wanted = expected.toLowerCase(Locale.ROOT);
        String offered = pattern.toLowerCase(Locale.ROOT);
        if (!offered.startsWith("*.")) {
            return offered.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        return dot > 0 && offered.indexOf('.', 2) > 0 && wanted.substring(dot).equals(offered.substring(1));
    }
}
