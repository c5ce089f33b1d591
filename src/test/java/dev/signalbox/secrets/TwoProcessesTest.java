package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TwoProcessesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void twoThatWriteAtOnceLoseNothing() throws Exception {
        Path file = folder.resolve("secrets.vault");
        try (ChildJvm one = ChildJvm.start(VaultProcess.class, file.toString(), "a", "20");
                ChildJvm two = ChildJvm.start(VaultProcess.class, file.toString(), "b", "20")) {
            assertThat(one.end().code()).isZero();
            assertThat(two.end().code()).isZero();
        }
        List<Vault.Listed> all = VaultProcess.vault(file).list();
        assertThat(all).hasSize(40);
        assertThat(VaultHead.parse(Files.readAllBytes(file)).writings()).isEqualTo(40);
    }

    @Test
    void oneThatIsKilledWhileItWritesLeavesAWholeVault() throws Exception {
        Path file = folder.resolve("secrets.vault");
        String last = "";
        for (int life = 0; life < 3; life++) {
            try (ChildJvm child = ChildJvm.start(VaultProcess.class, file.toString(), life + "x", "400")) {
                last = child.line();
                for (int more = 0; more < 5 * life; more++) {
                    last = child.line();
                }
                child.kill();
            }
            try (SecretText kept = VaultProcess.vault(file).take(last, "https://a.example")) {
                assertThat(kept.reveal()).isEqualTo("secret of " + last);
            }
        }
        VaultProcess.fill(file, "after", 1, name -> {});
        assertThat(Files.exists(folder.resolve("secrets.vault.new"))).as("what the killed ones left is gone").isFalse();
    }

    @Test
    void whatAKilledOneWroteBesideTheFileIsNeverRead() throws Exception {
        Path file = folder.resolve("secrets.vault");
        VaultProcess.fill(file, "a", 1, name -> {});
        byte[] good = Files.readAllBytes(file);
        Files.write(folder.resolve("secrets.vault.new"), new byte[] {1, 2, 3});
        assertThat(VaultProcess.vault(file).list()).hasSize(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
        VaultProcess.fill(file, "b", 1, name -> {});
        assertThat(VaultProcess.vault(file).list()).hasSize(2);
    }
}
