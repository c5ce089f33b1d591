package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.provider.http.Origin;
import java.nio.file.Path;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"main", "teams/board", "release-1.2", "a_b"})
    void takesPlainBranches(String branch) {
        assertThat(GitSettings.isBranch(branch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "-x", "--upload-pack=touch", "a..b", "a b", "a/", "/a", "a//b", "a.lock", "a.lock/b", "a.", "a:b", "a~1",
        "a^", "refs\\x", "a\nb", "*", "@{0}"
    })
    void refusesBranchesThatGitReadsOtherwise(String branch) {
        assertThat(GitSettings.isBranch(branch)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"board.yaml", "ops/board.yaml", ".signalbox/board.yml", "a/b/c-d_e.yaml", "git/board.yaml"})
    void takesPlainPaths(String path) {
        assertThat(GitSettings.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/etc/passwd", "../board.yaml", "ops/../../x", "ops/./x", ".git/config", "ops/.GIT/config", "git~1/x",
        "ops//x", "ops/", "a\\b", "a b", "a\u200cb", "a\nb", ".."
    })
    void refusesPathsThatLeadElsewhere(String path) {
        assertThat(GitSettings.isPath(path)).isFalse();
    }

    @Test
    void cannotBeMadeWithThem() {
        GitAddress at = GitAddress.parse("https://git.example.com/acme/board.git");
        assertThatIllegalArgumentException().isThrownBy(() -> new GitSettings(
                at, "a..b", "board.yaml", "", Path.of("x"), Path.of("x"), GitSettings.Limits.USUAL,
                GitSettings.Network.USUAL, () -> 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GitSettings(
                at, "main", "../x", "", Path.of("x"), Path.of("x"), GitSettings.Limits.USUAL,
                GitSettings.Network.USUAL, () -> 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://git.example.com.evil.test/acme/board.git", "http://git.example.com/acme/board.git",
        "https://git.example.com:444/acme/board.git", "https://GIT.example.com/acme/board.git",
        "https://git.example.com./acme/board.git", "https://x@git.example.com/acme/board.git",
        "https://example.com/acme/board.git"
    })
    void theTokenGoesToNoOtherOrigin(String address) throws Exception {
        OriginBoundToken token = token();
        CredentialItem.Password password = new CredentialItem.Password();
        assertThat(token.get(new URIish(address), new CredentialItem.Username(), password)).isFalse();
        assertThat(password.getValue()).isNull();
    }

    @Test
    void theTokenGoesToItsOwnOriginOnce() throws Exception {
        OriginBoundToken token = token();
        URIish own = new URIish("https://git.example.com/acme/board.git");
        CredentialItem.Username user = new CredentialItem.Username();
        CredentialItem.Password password = new CredentialItem.Password();
        assertThat(token.get(own, user, password)).isTrue();
        assertThat(user.getValue()).isEqualTo("x-access-token");
        assertThat(String.valueOf(password.getValue())).isEqualTo("secret-token");
        assertThat(token.get(own, user, password)).as("asked again, it was refused").isFalse();
    }

    @Test
    void everyOtherQuestionIsAnsweredWithNo() throws Exception {
        URIish own = new URIish("https://git.example.com/acme/board.git");
        CredentialItem.YesNoType trust = new CredentialItem.YesNoType("Trust this certificate all the same?");
        assertThat(token().get(own, trust)).isFalse();
        assertThat(trust.getValue()).isFalse();
        assertThat(token().supports(trust)).isFalse();
        assertThat(token().isInteractive()).isFalse();
    }

    private static OriginBoundToken token() {
        return new OriginBoundToken(new Origin("https", "git.example.com", 443), "secret-token");
    }
}
