package dev.signalbox.ui.settings.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.ui.settings.team.TeamFileDesk.Attempt;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamFileViewModelTest {

    private static final HiddenText NONE = new HiddenText("");

    private final FakeTeamFileDesk desk = new FakeTeamFileDesk();

    @Test
    void beginsWithWhatIsFollowed() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        TeamFileViewModel model = new TeamFileViewModel(desk);
        assertThat(model.repositoryProperty().get()).isEqualTo("https://git.example.com/acme/board.git");
        assertThat(model.branchProperty().get()).isEqualTo("main");
        assertThat(model.pathProperty().get()).isEqualTo("board.yaml");
        assertThat(model.tokenProperty().get()).isEmpty();
    }

    @Test
    void triesWhatIsTypedWithoutBlanksAround() {
        TeamFileViewModel model = typed(" https://git.example.com/b.git ", " board.yaml");
        model.branchProperty().set(" ");
        model.tokenProperty().set(" glpat-1 ");
        model.attempt();
        assertThat(desk.tried).containsExactly(new Wanted(
                "https://git.example.com/b.git", "main", "board.yaml", new HiddenText("glpat-1"),
                OwnBoard.ON_TOP));
        assertThat(model.answerProperty().get()).isEqualTo("It is there.");
        assertThat(desk.kept).isEmpty();
    }

    @Test
    void tellsWhyItCouldNotBeRead() {
        desk.came = new Attempt.Failed("The repository of the team file wants a token.");
        TeamFileViewModel model = typed("https://git.example.com/b.git", "board.yaml");
        model.attempt();
        assertThat(model.problemProperty().get()).isEqualTo("The repository of the team file wants a token.");
        assertThat(model.answerProperty().get()).isEmpty();
    }

    @Test
    void tellsWhatFollowingAFileMeansThatIsNotThereYet() {
        desk.came = new Attempt.Missing("The branch main has no file board.yaml. Follow it all the same.");
        TeamFileViewModel model = typed("https://git.example.com/b.git", "board.yaml");
        model.attempt();
        assertThat(model.answerProperty().get())
                .isEqualTo("The branch main has no file board.yaml. Follow it all the same.");
        assertThat(model.problemProperty().get()).isEmpty();
        model.attempt();
        assertThat(desk.tried).as("it can be asked again").hasSize(2);
    }

    @Test
    void asksForWhatIsMissingBeforeAnythingIsAsked() {
        TeamFileViewModel model = typed("", "board.yaml");
        model.follow();
        assertThat(model.problemProperty().get()).startsWith("Type the address of the repository");
        model.repositoryProperty().set("https://git.example.com/b.git");
        model.pathProperty().set(" ");
        model.follow();
        assertThat(model.problemProperty().get()).startsWith("Type the path of the file");
        assertThat(desk.kept).isEmpty();
    }

    @Test
    void aTokenIsNotTakenForSsh() {
        TeamFileViewModel model = typed("git@git.example.com:acme/board.git", "board.yaml");
        model.tokenProperty().set("glpat-1");
        model.attempt();
        assertThat(model.problemProperty().get()).startsWith("A token is not used with ssh");
        assertThat(desk.tried).isEmpty();
        assertThat(model.tokenWords().getValue()).contains("~/.ssh");
        model.repositoryProperty().set("https://git.example.com/acme/board.git");
        assertThat(model.tokenWords().getValue()).isEqualTo("Empty for none");
    }

    @Test
    void theTokenThatThereIsIsPromisedOnlyWhereItCounts() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        TeamFileViewModel model = new TeamFileViewModel(desk);
        assertThat(model.tokenWords().getValue()).isEqualTo("Empty for the one that there is");
        model.repositoryProperty().set("https://other.example.com/acme/board.git");
        assertThat(model.tokenWords().getValue()).isEqualTo("Empty for none");
    }

    @Test
    void whatIsFollowedAlreadyIsNotFollowedAnewWithoutAToken() {
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        TeamFileViewModel model = new TeamFileViewModel(desk);
        model.follow();
        assertThat(model.problemProperty().get()).isEqualTo("Nothing was changed.");
        model.tokenProperty().set("glpat-2");
        model.follow();
        assertThat(desk.kept).singleElement()
                .satisfies(one -> assertThat(one.token()).isEqualTo(new HiddenText("glpat-2")));
    }

    @Test
    void leavingThisMachinesBoardOutIsAChangeToo() {
        desk.ownBoard = Optional.of(Path.of("/home/kim/board.yaml"));
        desk.followed = Optional.of(FakeTeamFileDesk.BOARD);
        TeamFileViewModel model = new TeamFileViewModel(desk);
        assertThat(model.board()).isEqualTo(OwnBoard.ON_TOP);
        model.choose(OwnBoard.LEFT_OUT);
        model.follow();
        assertThat(desk.kept).singleElement().satisfies(one -> assertThat(one.board()).isEqualTo(OwnBoard.LEFT_OUT));
    }

    @Test
    void oneThingIsAskedAtATime() {
        desk.answers = false;
        TeamFileViewModel model = typed("https://git.example.com/b.git", "board.yaml");
        model.attempt();
        model.attempt();
        model.follow();
        model.stop();
        assertThat(desk.tried).containsExactly(
                new Wanted("https://git.example.com/b.git", "main", "board.yaml", NONE, OwnBoard.ON_TOP));
        assertThat(desk.kept).isEmpty();
        assertThat(desk.stopped).isZero();
        assertThat(model.answerProperty().get()).isEqualTo("Reading…");
    }

    @Test
    void whoWasRefusedMayTryAgain() {
        desk.refusal = "The configuration could not be written: the disk is full.";
        TeamFileViewModel model = typed("https://git.example.com/b.git", "board.yaml");
        model.follow();
        model.follow();
        model.stop();
        assertThat(desk.kept).hasSize(2);
        assertThat(desk.stopped).isEqualTo(1);
        assertThat(model.problemProperty().get()).isEqualTo(desk.refusal);
    }

    private TeamFileViewModel typed(String repository, String path) {
        TeamFileViewModel model = new TeamFileViewModel(desk);
        model.repositoryProperty().set(repository);
        model.pathProperty().set(path);
        return model;
    }
}
