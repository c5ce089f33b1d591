package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.Credentials.Header;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.BasicLogin;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void sendsATokenAndKeepsItForRedaction() throws RemoteFailure {
        Credentials credentials =
                of(new Identity(new Secret("canary-token"), null, null, null, null), Impersonation.NONE);
        assertThat(credentials.now().headers()).containsExactly(new Header("Authorization", "Bearer canary-token"));
        assertThat(credentials.known()).containsExactly("canary-token");
        assertThat(credentials.now().toString()).doesNotContain("canary");
    }

    @Test
    void aHeaderDoesNotPrintItsValue() {
        assertThat(new Header("Authorization", "Bearer canary")).hasToString("Authorization");
    }

    @Test
    void sendsUserAndPassword() throws RemoteFailure {
        Credentials credentials =
                of(new Identity(null, null, new BasicLogin("kim", new Secret("pw")), null, null), Impersonation.NONE);
        assertThat(credentials.now().headers()).containsExactly(new Header("Authorization", "Basic a2ltOnB3"));
    }

    @Test
    void neverLeavesOutWhomItActsAs() throws RemoteFailure {
        Impersonation as = new Impersonation("deployer", "7", List.of("a", "b"), Map.of("on/call", List.of("night")));
        assertThat(of(Identity.ANONYMOUS, as).now().headers()).containsExactly(
                new Header("Impersonate-User", "deployer"),
                new Header("Impersonate-Uid", "7"),
                new Header("Impersonate-Group", "a"),
                new Header("Impersonate-Group", "b"),
                new Header("Impersonate-Extra-on%2Fcall", "night"));
    }

    @Test
    void aTokenFileThatIsGoneIsAProblemBeforeAnythingIsSent() {
        Credentials credentials =
                of(new Identity(null, Path.of("/no/such/token"), null, null, null), Impersonation.NONE);
        assertThatThrownBy(credentials::now).isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(
                failure.problem())
                .isEqualTo(new RemoteProblem.Unauthorized(
                        "the token file token cannot be read: there is no such file")));
        assertThat(credentials.refused()).isTrue();
    }

    private static Credentials of(Identity identity, Impersonation as) {
        return of(identity, as, secrets -> {});
    }

    private static Credentials of(Identity identity, Impersonation as, Consumer<List<String>> learned) {
        ClusterAccess access = new ClusterAccess(
                URI.create("https://c"), new Trust(null, null, false), null, identity, as, Path.of("config"));
        ExecRunner nobody = new ExecRunner(Map.of(), Thread.ofVirtual().factory(), Duration.ofSeconds(1));
        return new Credentials(access, (f, c, h) -> false, nobody, InstantSource.system(), learned);
    }

    @Test
    void tellsATokenOnceAndAPasswordNever() throws RemoteFailure {
        List<List<String>> learned = new ArrayList<>();
        Credentials credentials = of(
                new Identity(new Secret("the-token"), null, null, null, null), Impersonation.NONE, learned::add);
        credentials.now();
        credentials.now();
        assertThat(learned).containsExactly(List.of("the-token"));
        Credentials typed = of(
                new Identity(null, null, new BasicLogin("me", new Secret("production")), null, null),
                Impersonation.NONE, learned::add);
        typed.now();
        assertThat(learned).as("it may be a word").hasSize(1);
        assertThat(typed.known()).containsExactly("production");
    }
}
