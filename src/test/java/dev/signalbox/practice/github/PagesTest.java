package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.signalbox.practice.github.world.People;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

    private static final List<Integer> ALL = IntStream.range(0, 250).boxed().toList();

    private static Call call(Map<String, String> query) {
        return new Call("GET", Map.of(), query, "/repositories/5/actions/runs", MissingNode.getInstance(),
                People.standard().you(), Call.OLD_VERSION, "", new Links("http://api", "http://html"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0, 30",
        "2, '', 30, 30",
        "1, 100, 0, 100",
        "3, 100, 200, 50",
        "4, 100, 250, 0",
        "1, 1000, 0, 100",
        "0, 10, 0, 10",
        "-5, 10, 0, 10",
        "1, 0, 0, 1",
        "x, y, 0, 30",
        "2147483647, 100, 250, 0"
    })
    void cutsThePageThatWasAskedFor(String page, String size, int from, int count) {
        List<Integer> cut = Pages.cut(call(Map.of("page", page, "per_page", size)), ALL);
        assertThat(cut).hasSize(count);
        assertThat(cut).isEqualTo(ALL.subList(from, from + count));
    }

    @Test
    void theFirstPageLinksToTheNextAndTheLast() {
        assertThat(Pages.links(call(Map.of("per_page", "100", "branch", "a b")), 250)).containsEntry("Link",
                "<http://api/repositories/5/actions/runs?branch=a+b&page=2&per_page=100>; rel=\"next\", "
                        + "<http://api/repositories/5/actions/runs?branch=a+b&page=3&per_page=100>; rel=\"last\"");
    }

    @Test
    void theLastPageLinksBack() {
        assertThat(Pages.links(call(Map.of("page", "3", "per_page", "100")), 250).get("Link"))
                .contains("page=2&per_page=100>; rel=\"prev\"", "page=1&per_page=100>; rel=\"first\"")
                .doesNotContain("next");
    }

    @Test
    void onePageHasNoLinks() {
        assertThat(Pages.links(call(Map.of()), 30)).isEmpty();
        assertThat(Pages.links(call(Map.of()), 0)).isEmpty();
    }

    @Test
    void aCountedPageTellsTheTotal() {
        Answer answer = Pages.counted(call(Map.of("per_page", "2")), "things", ALL, IntNode::valueOf);
        assertThat(String.valueOf(answer.body())).isEqualTo("{\"total_count\":250,\"things\":[0,1]}");
        assertThat(answer.headers()).containsKey("Link");
    }

    @Test
    void anArrayPageIsPlain() {
        assertThat(String.valueOf(Pages.array(call(Map.of("per_page", "3")), ALL, IntNode::valueOf).body()))
                .isEqualTo("[0,1,2]");
    }
}
