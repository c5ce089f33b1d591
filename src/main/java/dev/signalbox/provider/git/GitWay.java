package dev.signalbox.provider.git;

import java.io.IOException;
import java.net.URISyntaxException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// The way to a repository during one read, over HTTPS or ssh and nothing else.
final class GitWay implements AutoCloseable {

    private final GitSettings settings;
    private final ReadLimits limits;
    private final @Nullable SshSessions ssh;

    GitWay(GitSettings settings) {
        this.settings = settings;
        limits = new ReadLimits(settings);
        ssh = settings.repository() instanceof GitAddress.Ssh ? new SshSessions(settings.home(), limits) : null;
    }

    ReadLimits limits() {
        return limits;
    }

    /// Opens a transport. Close what is returned.
    Transport open(Repository repository) throws IOException {
        Transport transport = Transport.open(repository, address());
        transport.setTimeout((int) Math.max(1, settings.limits().deadline().toSeconds()));
        transport.setTagOpt(TagOpt.NO_TAGS);
        switch (settings.repository()) {
            case GitAddress.Https(var base) when transport instanceof TransportHttp http -> {
                http.setHttpConnectionFactory(new BoundedConnections(base.origin(), limits, settings.network()));
                http.setCredentialsProvider(new OriginBoundToken(base.origin(), settings.token()));
            }
            case GitAddress.Ssh known when transport instanceof SshTransport shell -> {
                shell.setSshSessionFactory(ssh);
                shell.setCredentialsProvider(new Nobody());
            }
            default -> {
                transport.close();
                throw new IllegalStateException("Only https and ssh are spoken");
            }
        }
        return transport;
    }

    private URIish address() {
        try {
            return new URIish(settings.repository().words());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("A parsed address is an address", impossible);
        }
    }

    @Override
    public void close() {
        if (ssh != null) {
            ssh.close();
        }
    }
}
