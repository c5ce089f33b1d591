package dev.signalbox.provider.http;

import java.security.cert.CertificateException;

/// A server showed a certificate that is not trusted; says which and why.
final class UntrustedServer extends CertificateException {

    UntrustedServer(String words, CertificateException cause) {
        super(words, cause);
    }
}
