package dev.signalbox.provider.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/// Nobody can be asked: not for a passphrase, and not whether a host that is not known should be trusted.
final class Nobody extends CredentialsProvider {

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return false;
    }

    @Override
    public boolean get(URIish address, CredentialItem... items) {
        return false;
    }
}
