package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void areWrittenIntoFoldersThatAreNotThereYet() throws IOException {
        Path file = folder.resolve("a/b/board.yaml");
        PracticeFiles.write(file, "version: 1\n");

        assertThat(file).content().isEqualTo("version: 1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void replaceTheOldOneInOneStepAndLeaveNothingBeside() throws IOException {
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        PracticeFiles.write(file, "new");

        assertThat(file).content().isEqualTo("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void needAPlace() {
        assertThatThrownBy(() -> PracticeFiles.write(Path.of("/"), "text")).isInstanceOf(FileSystemException.class);
    }

    @Test
    void forKubectlHaveTheTokenInTheAddressToo() {
        Map<String, URI> servers = Map.of("prod-eu", URI.create("http://127.0.0.1:5"));
        Map<String, String> tokens = Map.of("prod-eu", "secret");

        assertThat(PracticeFiles.kubeconfigForKubectl(servers, tokens))
                .contains("server: http://127.0.0.1:5/as/secret\n", "token: secret\n");
        assertThat(PracticeFiles.kubeconfig(servers, tokens)).contains("server: http://127.0.0.1:5\n");
    }

    @Test
    void nameEachPlaceOfAServiceOnTheBoard() {
        ServiceStory service = ServiceStory.of("Group", "one", "StatefulSet", "Java", 1, 1).tagged("v1", "P1D")
                .runs("development", "v1", 1).runs("staging", "v1", 1).runs("production", "v1", 1);

        assertThat(PracticeFiles.board(List.of(service))).endsWith("""
                services:
                  - name: one
                    group: Group
                    repository: acme/one
                    build: ci.yml
                    deploy: release.yml
                    targets:
                      development: {cluster: staging-1, namespace: development, workload: statefulset/one}
                      staging: {cluster: staging-1, namespace: staging, workload: statefulset/one}
                      production: {cluster: prod-eu, namespace: production, workload: statefulset/one}
                """);
    }
}
