package dev.signalbox.provider.git;

import dev.signalbox.provider.http.Origin;
import java.util.Locale;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/// Gives the token to the repository's own origin, and says no to everything else that JGit may ask, such as whether a
/// certificate that is not valid should be trusted all the same.
final class OriginBoundToken extends CredentialsProvider {

    /// GitHub wants this name beside an installation's token; GitLab and others take any.
    private static final String USER = "x-access-token";

    private final Origin origin;
    private final String token;
    private int asked;

    /// @param token empty for none
    OriginBoundToken(Origin origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish address, CredentialItem... items) {
        asked++;
        // Asked a second time, the token was refused; JGit would go on asking.
        if (token.isEmpty() || asked > 1 || !isOurs(address) || !supports(items)) {
            return false;
        }
        for (CredentialItem item : items) {
            switch (item) {
                case CredentialItem.Username user -> user.setValue(USER);
                case CredentialItem.Password password -> password.setValueNoCopy(token.toCharArray());
                default -> throw new IllegalStateException("Nothing else is supported");
            }
        }
        return true;
    }

    private boolean isOurs(URIish address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || address.getUser() != null) {
            return false;
        }
        int standard = scheme.toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? standard : address.getPort();
        return new Origin(scheme, host, port).equals(origin);
    }
}
