package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen.Account.Keeping;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.testing.Fx;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the last step says of what will be kept.
class DonePageTest {

    private static final String REPLACES = "replaces the file that is there; what was in it is kept as ";

    private final FakeDesk desk = new FakeDesk();
    private final WizardModel wizard = new WizardModel(Step.ACCOUNT, List.of());

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @BeforeEach
    void accept() {
        wizard.begin();
        wizard.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        wizard.accept(desk.proposal);
    }

    @Test
    void filesThatAreNewReplaceNothing() {
        assertThat(words()).contains(
                FakeDesk.BOARD.toString(), "3 services on the board.",
                "to share it with your team, open “Team file” in the settings, which proposes it to a Git repository,"
                        + " where each console follows it")
                .doesNotContain("replaces");
    }

    @Test
    void aTokenThatIsNotKeptIsNotSaidToBe() {
        wizard.begin();
        wizard.signedIn(FakeDesk.account().kept(new Keeping.Nowhere()), FakeDesk.sheet(Told.YES));
        assertThat(words()).contains("kept nowhere, and asked for at each start.").doesNotContain("encrypted");
        wizard.begin();
        wizard.signedIn(
                FakeDesk.account().kept(new Keeping.WithProgram(List.of("gh", "auth", "token"))),
                FakeDesk.sheet(Told.YES));
        assertThat(words()).contains("printed at each start by gh.").doesNotContain("encrypted");
    }

    @Test
    void whoReplacesAFileIsToldWhereItGoes() {
        desk.places = FakeDesk.places(FakeDesk.BOARD, "", Set.of(FakeDesk.BOARD, FakeDesk.CONFIGURATION));

        assertThat(words()).contains(REPLACES + "board.yaml.1; ", REPLACES + "console.yaml.1; ");
    }

    @Test
    void onlyTheFileThatIsThereIsReplaced() {
        desk.places = FakeDesk.places(FakeDesk.BOARD, "", Set.of(FakeDesk.CONFIGURATION));

        assertThat(words()).contains(REPLACES + "console.yaml.1; ").doesNotContain("board.yaml.1");
    }

    @Test
    void aBoardThatIsKeptNowhereIsNotPromised() {
        desk.places = FakeDesk.places(null, "Only you change it: /home/kim/te\u202eam.yaml.", Set.of());

        assertThat(words()).contains(
                "3 services, kept on no board.", "Only you change it: /home/kim/te‹U+202E›am.yaml.",
                "To have the 3 accepted services on a board, write them there by hand.")
                .doesNotContain("on the board.", FakeDesk.BOARD.toString());
    }

    @Test
    void oneServiceIsWrittenByHandToo() {
        desk.places = FakeDesk.places(null, "None is named.", Set.of());
        wizard.accept(new BoardProposal(
                List.of(FakeDesk.service("lint", ProposedService.Certainty.ALONE)), List.of()));

        assertThat(words()).contains(
                "1 service, kept on no board.",
                "None is named. To have the accepted service on a board, write it there by hand.");
    }

    @Test
    void whereNothingWasAcceptedNoBoardIsWritten() {
        wizard.accept(new BoardProposal(List.of(), List.of()));

        assertThat(words()).contains("No service was accepted, so none is written.", "0 services on the board.")
                .doesNotContain(FakeDesk.BOARD.toString());
    }

    private String words() {
        return Fx.run(() -> {
            DonePage page = new DonePage(new DoneViewModel(
                    desk, new Asking(Runnable::run, Runnable::run), wizard, () -> {}));
            page.shown();
            return words(page.node());
        });
    }

    private static String words(Node node) {
        return switch (node) {
            case Label label -> label.getText();
            case Parent parent ->
                    parent.getChildrenUnmodifiable().stream().map(DonePageTest::words)
                            .collect(Collectors.joining("\n"));
            default -> "";
        };
    }
}
