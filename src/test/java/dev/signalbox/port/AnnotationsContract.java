package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [Runs] must do where the provider's jobs say something about the code.
public abstract class AnnotationsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().runs().annotations(new JobKey(new RunId(server.repository(), 7), LARGE));
    }

    @Test
    void readsWhatAJobSaidAboutTheCode() throws RemoteFailure {
        JobKey job = new JobKey(new RunId(server().repository(), 7), LARGE);
        List<Annotation> there = List.of(
                new Annotation("src/RankingIT.java", 88, 91, Annotation.Level.FAILURE, "Ranking", "expected\nbut was"),
                new Annotation(".github", 1, 1, Annotation.Level.WARNING, "", "Node.js 20 is deprecated"),
                new Annotation("a b.txt", 2, 2, Annotation.Level.NOTICE, "", "look"));
        server().annotations(job, there);
        assertThat(runs().annotations(job)).isEqualTo(there);
    }

    @Test
    void readsNoMoreAnnotationsThanSomebodyWouldRead() throws RemoteFailure {
        JobKey job = new JobKey(new RunId(server().repository(), 7), 9);
        server().annotations(job, IntStream.rangeClosed(1, 450)
                .mapToObj(n -> new Annotation("a.txt", n, n, Annotation.Level.WARNING, "", "line " + n))
                .toList());
        assertThat(runs().annotations(job)).hasSize(300).last().extracting(Annotation::line).isEqualTo(300);
    }

    @Test
    void aJobThatIsNotThereIsNoJobWithoutAnnotations() {
        JobKey job = new JobKey(new RunId(server().repository(), 7), 404);
        assertThatThrownBy(() -> runs().annotations(job)).isInstanceOf(RemoteFailure.class);
    }

    private Runs runs() {
        return server().provider().runs();
    }
}
