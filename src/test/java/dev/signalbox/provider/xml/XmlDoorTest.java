package dev.signalbox.provider.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlDoorTest {

    private static final String SECRET = "the-content-of-a-local-file";

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    @TempDir
    private Path folder = Path.of("");

    private final XmlDoor door = new XmlDoor();

    @Test
    void tellsElementsTextsAndEndsInTheirOrder() throws XmlProblem {
        assertThat(read("<a x='1'><b>t<![CDATA[<u>]]></b><!-- c --></a>"))
                .containsExactly("a{x=1}", "b{}", "t<u>", "/b", "/a");
    }

    @Test
    void readsOtherEncodingsAndAByteOrderMark() throws XmlProblem {
        List<String> told = new ArrayList<>();
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);
        door.read(new ByteArrayInputStream(latin), new Notes(told));
        assertThat(told).containsExactly("a{}", "é", "/a");
        assertThat(read("\uFEFF<a/>")).containsExactly("a{}", "/a");
    }

    /// What would reach outside: `@` is a server that must not hear anything, `$` a file that must not be read.
    static Stream<Named<String>> reaching() {
        return Stream.of(
                Named.of("a file as entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file://$'>]><a>&x;</a>"),
                Named.of("an address as entity", "<!DOCTYPE a [<!ENTITY x SYSTEM '@x'>]><a>&x;</a>"),
                Named.of("a public entity", "<!DOCTYPE a [<!ENTITY x PUBLIC 'p' '@x'>]><a>&x;</a>"),
                Named.of("a parameter entity", "<!DOCTYPE a [<!ENTITY % x SYSTEM '@x'> %x;]><a/>"),
                Named.of("a parameter entity in a file", "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file://$'> %x;]><a/>"),
                Named.of("an external document type", "<!DOCTYPE a SYSTEM '@a.dtd'><a/>"),
                Named.of("a public document type", "<!DOCTYPE a PUBLIC '-//X//Y' '@a.dtd'><a/>"),
                Named.of("an inclusion",
                        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='@x' parse='text'/>"
                                + "<xi:include href='file://$' parse='text'/></a>"),
                Named.of("a style sheet", "<?xml-stylesheet type='text/xsl' href='@x.xsl'?><a/>"),
                Named.of("a schema", "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:noNamespaceSchemaLocation='@x.xsd' xsi:schemaLocation='urn:a @y.xsd'/>"));
    }

    @ParameterizedTest
    @MethodSource("reaching")
    void neverReachesOutsideTheDocument(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            List<String> told = new ArrayList<>();
            String filled = document.replace("@", address).replace("$", file.toString());
            try {
                door.read(stream(filled), new Notes(told));
            } catch (XmlProblem refused) {
                assertThat(refused).hasMessageNotContainingAny(SECRET, address);
            }
            assertThat(String.join("\n", told)).doesNotContain(SECRET);
            server.setSoTimeout(150);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /// The listener above hears whoever does come: otherwise the test before could not fail.
    @Test
    void wouldHearAConnection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                java.net.Socket caller = new java.net.Socket(server.getInetAddress(), server.getLocalPort())) {
            server.setSoTimeout(150);
            assertThat(server.accept().isConnected()).isTrue();
            assertThat(caller.isConnected()).isTrue();
        }
    }

    static Stream<Named<String>> realDocumentTypes() {
        return Stream.of(
                Named.of("Cobertura", "<?xml version=\"1.0\"?><!DOCTYPE coverage SYSTEM"
                        + " \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\"><coverage line-rate=\"0.5\"/>"),
                Named.of("JaCoCo",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><!DOCTYPE report PUBLIC"
                                + " \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report name=\"x\"/>"),
                Named.of("own declarations", "<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA #IMPLIED>]><a b='1'/>"));
    }

    @ParameterizedTest
    @MethodSource("realDocumentTypes")
    void readsDocumentsThatNameTheirType(String document) {
        assertThatCode(() -> read(document)).doesNotThrowAnyException();
    }

    static Stream<Arguments> swelling() {
        String laughs = IntStream.range(1, 12)
                .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                .reduce("<!ENTITY l0 'ha'>", String::concat);
        String attributes = IntStream.range(0, 5000).mapToObj(i -> " a" + i + "='x'").reduce("", String::concat);
        return Stream.of(
                Arguments.of(Named.of("billion laughs", "<!DOCTYPE a [" + laughs + "]><a>&l11;</a>")),
                Arguments.of(Named.of("laughs in an attribute", "<!DOCTYPE a [" + laughs + "]><a b='&l11;'/>")),
                Arguments.of(Named.of("parameter laughs", "<!DOCTYPE a [" + laughs.replace("<!ENTITY ", "<!ENTITY % ")
                        .replace("&l", "%l") + " %l11;]><a>&x;</a>")),
                Arguments.of(Named.of("quadratic", "<!DOCTYPE a [<!ENTITY x '" + "x".repeat(100_000) + "'>]><a>"
                        + "&x;".repeat(20_000) + "</a>")),
                Arguments.of(Named.of("deep", "<a>".repeat(5000) + "</a>".repeat(5000))),
                Arguments.of(Named.of("too deep by one", "<a>".repeat(101) + "</a>".repeat(101))),
                Arguments.of(Named.of("many attributes", "<a" + attributes + "/>")));
    }

    /// Measured in what this thread does itself: what else runs in the process neither helps nor disturbs.
    @ParameterizedTest
    @MethodSource("swelling")
    @Timeout(60)
    void refusesWhatSwells(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        XmlProblem refused = catchThrowableOfType(
                XmlProblem.class, () -> door.read(new ByteArrayInputStream(bytes), new Notes(new ArrayList<>())));
        long taken = THREADS.getCurrentThreadAllocatedBytes() - memory;
        Duration busy = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time);
        assertThat(refused).isNotNull();
        assertThat(busy).isLessThan(Duration.ofSeconds(1));
        assertThat(taken).as("bytes taken, freed ones among them").isBetween(1L, 64L << 20);
    }

    @Test
    void readsWhatNestsALittleLessDeeply() {
        assertThatCode(() -> read("<a>".repeat(90) + "</a>".repeat(90))).doesNotThrowAnyException();
    }

    @Test
    void saysInWhichLineADocumentBreaks() {
        assertThatThrownBy(() -> read("<a>\n<b>\nsecret")).isInstanceOf(XmlProblem.class)
                .hasMessageContaining("line 3")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"", " ", "no document", "<a>", "<a></b>", "<a/><a/>",
        "<a>&x;</a>", "<a b='1' b='2'/>",
        "<a>\u0001</a>", "<?xml version='1.0' encoding='nonsense'?><a/>", "<x:a/>", "{\"a\":1}"})
    void refusesWhatIsNoDocument(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(XmlProblem.class);
    }

    @Test
    void tellsAStreamThatFailsLikeADocumentThatBreaks() {
        assertThatThrownBy(() -> door.read(new java.io.InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        }, new Notes(new ArrayList<>()))).isInstanceOf(XmlProblem.class);
    }

    private List<String> read(String document) throws XmlProblem {
        List<String> told = new ArrayList<>();
        door.read(stream(document), new Notes(told));
        return told;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes down what it hears; pieces of one text as one.
    private record Notes(List<String> told) implements XmlDoor.Listener {

        @Override
        public void begins(String name, Map<String, String> attributes) {
            told.add(name + attributes);
        }

        @Override
        public void text(String piece) {
            boolean goesOn = !told.isEmpty() && !told.getLast().startsWith("/") && !told.getLast().endsWith("}");
            told.add(goesOn ? told.removeLast() + piece : piece);
        }

        @Override
        public void ends(String name) {
            told.add("/" + name);
        }
    }
}
