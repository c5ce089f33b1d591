package dev.signalbox.provider.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/// Serves one repository over ssh on loopback, to whoever has the one key that it knows.
final class SshGitServer implements AutoCloseable {

    private final SshServer ssh = SshServer.setUpDefaultServer();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KeyPair hostKey = pair();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final TeamRepository repository;

    SshGitServer(TeamRepository repository, PublicKey known) throws IOException {
        this.repository = repository;
        ssh.setHost("127.0.0.1");
        ssh.setPort(0);
        ssh.setKeyPairProvider(new KeyPairProvider() {
            @Override
            public Iterable<KeyPair> loadKeys(@Nullable SessionContext session) {
                return List.of(hostKey);
            }
        });
        ssh.setPublickeyAuthenticator((user, key, session) -> user.equals("git") && KeyUtils.compareKeys(key, known));
        ssh.setCommandFactory((channel, command) -> {
            commands.add(command);
            return new Upload(command.startsWith("git-receive-pack"));
        });
        ssh.start();
    }

    String address() {
        return "ssh://git@127.0.0.1:" + ssh.getPort() + "/acme/board.git";
    }

    /// What was asked to be run.
    List<String> commands() {
        return List.copyOf(commands);
    }

    /// The line of `known_hosts` for a key of this server.
    String knownHost(PublicKey key) {
        return "[127.0.0.1]:" + ssh.getPort() + " " + PublicKeyEntry.toString(key) + "\n";
    }

    PublicKey hostKey() {
        return hostKey.getPublic();
    }

    static KeyPair pair() {
        return pair("ecdsa-sha2-nistp256", 256);
    }

    /// @param type as ssh calls it
    static KeyPair pair(String type, int size) {
        try {
            return KeyUtils.generateKeyPair(type, size);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A private key as `ssh-keygen` writes it.
    static String pem(KeyPair pair) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, file);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toString(StandardCharsets.US_ASCII);
    }

    private final class Upload implements Command {

        private final boolean push;
        private @Nullable InputStream in;
        private @Nullable OutputStream out;
        private @Nullable ExitCallback exit;

        Upload(boolean push) {
            this.push = push;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {}

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            threads.execute(() -> {
                try (UploadPack upload = new UploadPack(repository.repository())) {
                    if (push) {
                        repository.receive().receive(
                                Objects.requireNonNull(in), Objects.requireNonNull(out), null);
                    } else {
                        upload.upload(Objects.requireNonNull(in), Objects.requireNonNull(out), null);
                    }
                    Objects.requireNonNull(exit).onExit(0);
                } catch (IOException gone) {
                    Objects.requireNonNull(exit).onExit(1);
                }
            });
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }

    @Override
    public void close() throws IOException {
        ssh.stop(true);
        threads.shutdownNow();
    }
}
