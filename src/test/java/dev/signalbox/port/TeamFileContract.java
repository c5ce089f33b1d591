package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamText;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What every way to read a team file promises.
public abstract class TeamFileContract {

    /// The port, reading `ops/board.yaml` on `main`.
    protected abstract TeamFile file();

    /// Commits that file's text, by that author and with that subject; returns the commit's full name.
    protected abstract String commit(String text, String author, String subject) throws IOException;

    /// Commits something else.
    protected abstract void commitElsewhere(String author) throws IOException;

    /// Commits that the file is gone.
    protected abstract void remove() throws IOException;

    /// The repository answers nothing any more.
    protected abstract void vanish();

    @Test
    void givesTheTextAndTheCommitThatChangedIt() throws Exception {
        String commit = commit("version: 1\n", "Ann Archer", "Describe the board");
        TeamText text = file().newest();
        assertThat(text.text()).isEqualTo("version: 1\n");
        assertThat(text.commit().id()).isEqualTo(commit);
        assertThat(text.commit().author()).isEqualTo("Ann Archer");
        assertThat(text.commit().subject()).isEqualTo("Describe the board");
        assertThat(text.commit().at()).isNotNull();
    }

    @Test
    void seesANewCommitAtOnce() throws Exception {
        TeamFile file = file();
        commit("version: 1\n", "Ann", "One");
        file.newest();
        String second = commit("version: 1\nservices: []\n", "Bea", "Two");
        TeamText text = file.newest();
        assertThat(text.commit().id()).isEqualTo(second);
        assertThat(text.text()).contains("services");
    }

    @Test
    void aCommitThatChangesSomethingElseIsNotTheFilesOwn() throws Exception {
        TeamFile file = file();
        String own = commit("version: 1\n", "Ann", "One");
        commitElsewhere("Zoe");
        TeamText text = file.newest();
        assertThat(text.commit().id()).isEqualTo(own);
        assertThat(text.commit().author()).isEqualTo("Ann");
    }

    @Test
    void anUnchangedFileIsTheSameEachTime() throws Exception {
        TeamFile file = file();
        commit("version: 1\n", "Ann", "One");
        assertThat(file.newest()).isEqualTo(file.newest());
    }

    @Test
    void aFileThatIsNotThereIsNotFound() throws Exception {
        TeamFile file = file();
        commit("version: 1\n", "Ann", "One");
        file.newest();
        remove();
        assertThat(problem(file)).isInstanceOf(RemoteProblem.NotFound.class);
    }

    @Test
    void aRepositoryThatDoesNotAnswerIsUnreachable() throws Exception {
        commit("version: 1\n", "Ann", "One");
        TeamFile file = file();
        file.newest();
        vanish();
        assertThat(problem(file)).isInstanceOf(RemoteProblem.Unreachable.class);
    }

    /// What the port says is wrong.
    protected static RemoteProblem problem(TeamFile file) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, file::newest);
        assertThat(failure).as("it fails").isNotNull();
        return failure.problem();
    }
}
