package dev.signalbox.provider.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Sessions over ssh within a read's limits: the person's own keys, and only hosts whose key stands in `known_hosts`. No
/// program is started, `~/.ssh/config` is not read, and a key with a passphrase is passed over, since nobody is asked.
final class SshSessions extends SshSessionFactory implements AutoCloseable {

    private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final SshdSessionFactory sshd;
    private final ReadLimits limits;

    /// @param home folder with `.ssh` in it
    SshSessions(Path home, ReadLimits limits) {
        this.limits = limits;
        File ssh = home.resolve(".ssh").toFile();
        sshd = new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(ssh)
                .setConfigStoreFactory((folder, file, user) -> null)
                .setPreferredAuthentications("publickey")
                .setDefaultKnownHostsFiles(folder -> List.of(folder.toPath().resolve("known_hosts")))
                .setDefaultIdentities(folder -> present(folder.toPath()))
                .build(null);
    }

    private static List<Path> present(Path folder) {
        return KEYS.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    @Override
    public RemoteSession getSession(URIish address, CredentialsProvider asks, FS system, int millis)
            throws TransportException {
        return new Bounded(sshd.getSession(address, asks, system, millis));
    }

    @Override
    public void releaseSession(RemoteSession session) {
        session.disconnect();
    }

    @Override
    public String getType() {
        return "signalbox";
    }

    @Override
    public void close() {
        sshd.close();
    }

    private final class Bounded implements RemoteSession2 {

        private final RemoteSession session;

        Bounded(RemoteSession session) {
            this.session = session;
        }

        @Override
        public Process exec(String command, int seconds) throws IOException {
            return new BoundedProcess(session.exec(command, seconds));
        }

        @Override
        public Process exec(String command, @Nullable Map<String, String> environment, int seconds)
                throws IOException {
            return session instanceof RemoteSession2 newer
                    ? new BoundedProcess(newer.exec(command, environment, seconds))
                    : exec(command, seconds);
        }

        @Override
        public void disconnect() {
            session.disconnect();
        }
    }

    /// What runs on the other side; here it is only streams.
    private final class BoundedProcess extends Process {

        private final Process process;
        private final InputStream output;

        BoundedProcess(Process process) {
            this.process = process;
            output = limits.bound(process.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public InputStream getErrorStream() {
            return process.getErrorStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public boolean waitFor(long time, TimeUnit unit) throws InterruptedException {
            return process.waitFor(time, unit);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }
}
