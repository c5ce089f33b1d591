package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferenceSectionTest {

    private static final URI PAGE = URI.create("https://github.com/acme/shop/commit/5f2c1d9");

    private final List<URI> opened = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private final ReferenceSection section =
            Fx.run(() -> new ReferenceSection("run-changes", "Changes", opened::add));

    private static ReferenceSection.Line line(@Nullable URI page) {
        return new ReferenceSection.Line(
                "commit-5f2c1d9", "5f2c1d9", "Tune ranking", "ann", page, "5f2c1d9, Tune ranking",
                "Open commit 5f2c1d9");
    }

    private @Nullable Node find(String selector) {
        return Fx.run(() -> section.node().lookup(selector));
    }

    @Test
    void aReferenceWithAPageOpensIt() {
        Fx.act(() -> section.show("Changes · #7", List.of(line(PAGE)), ""));
        assertThat(find("#commit-5f2c1d9")).isInstanceOfSatisfying(Hyperlink.class, link -> {
            assertThat(link.getText()).isEqualTo("5f2c1d9");
            assertThat(link.getAccessibleText()).isEqualTo("Open commit 5f2c1d9");
            Fx.act(link::fire);
        });
        assertThat(opened).containsExactly(PAGE);
        assertThat(find(".run-commit")).extracting(Node::getAccessibleText).isEqualTo("5f2c1d9, Tune ranking");
    }

    @Test
    void aReferenceWithoutAPageIsPlainText() {
        Fx.act(() -> section.show("Changes", List.of(line(null)), ""));
        assertThat(find("#commit-5f2c1d9")).isNull();
        assertThat(find(".run-commit-sha")).isInstanceOf(Label.class).isNotInstanceOf(Hyperlink.class);
    }

    @Test
    void wordsTakeRoomOnlyWhenThereAreSome() {
        Fx.act(() -> section.show("Changes", List.of(), "Nothing to compare with."));
        assertThat(find("#run-changes-words")).isInstanceOfSatisfying(
                Label.class, words -> assertThat(words.getText()).isEqualTo("Nothing to compare with."));
        assertThat(find("#run-changes-words")).extracting(Node::isManaged).isEqualTo(true);
        Fx.act(() -> section.show("Changes", List.of(line(PAGE)), ""));
        assertThat(find("#run-changes-words")).extracting(Node::isManaged).isEqualTo(false);
    }

    @Test
    void linesThatStayTheSameAreNotMadeAnew() {
        Fx.act(() -> section.show("Changes", List.of(line(PAGE)), ""));
        Node before = find(".run-commit");
        Fx.act(() -> section.show("Changes · #8", List.of(line(PAGE)), ""));
        assertThat(find(".run-commit")).isSameAs(before);
        Region node = section.node();
        assertThat(node.getId()).isEqualTo("run-changes");
    }
}
