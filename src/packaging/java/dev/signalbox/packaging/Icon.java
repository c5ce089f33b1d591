package dev.signalbox.packaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The program's icon, read from its SVG and drawn in any size. Of SVG it knows `rect` and `circle` with plain colours; anything
/// else is refused, so that no picture silently lacks a part.
///
/// @param size width and height of the drawing, in its own units
record Icon(double size, List<Part> parts) {

    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    private static final int[] ICO_SIZES = {16, 24, 32, 48, 64, 256};

    /// One filled shape.
    record Part(Shape shape, Color color) {}

    static Icon read(Path svg) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(svg.toFile()).getDocumentElement();
            List<Part> parts = new ArrayList<>();
            NodeList children = root.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i) instanceof Element element) {
                    parts.add(part(element));
                }
            }
            return new Icon(number(root, "width"), List.copyOf(parts));
        } catch (ParserConfigurationException | SAXException | IllegalArgumentException wrong) {
            throw new IOException(svg + " cannot be drawn: " + wrong.getMessage(), wrong);
        }
    }

    private static Part part(Element e) {
        Shape shape = switch (e.getTagName()) {
            case "rect" -> new RoundRectangle2D.Double(
                    number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"),
                    2 * number(e, "rx"), 2 * number(e, "rx"));
            case "circle" -> new Ellipse2D.Double(
                    number(e, "cx") - number(e, "r"), number(e, "cy") - number(e, "r"),
                    2 * number(e, "r"), 2 * number(e, "r"));
            default -> throw new IllegalArgumentException("no way to draw " + e.getTagName());
        };
        return new Part(shape, Color.decode(e.getAttribute("fill")));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    BufferedImage draw(int pixels) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(pixels / size, pixels / size);
        for (Part part : parts) {
            pen.setColor(part.color());
            pen.fill(part.shape());
        }
        pen.dispose();
        return image;
    }

    byte[] png(int pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(draw(pixels), "png", bytes);
        return bytes.toByteArray();
    }

    /// The container of Windows, with a PNG per size.
    byte[] ico() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        head.write(little(HEADER).putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.length).array());
        for (int pixels : ICO_SIZES) {
            byte[] png = png(pixels);
            int offset = HEADER + ENTRY * ICO_SIZES.length + body.size();
            // A width of 256 is written as 0.
            head.write(little(ENTRY).put((byte) pixels).put((byte) pixels).putShort((short) 0).putShort((short) 1)
                    .putShort((short) 32).putInt(png.length).putInt(offset).array());
            body.write(png);
        }
        body.writeTo(head);
        return head.toByteArray();
    }

    /// The container of macOS, with a PNG per type.
    byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        append(body, "icp4", 16);
        append(body, "icp5", 32);
        append(body, "ic07", 128);
        append(body, "ic08", 256);
        append(body, "ic09", 512);
        append(body, "ic10", 1024);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(named("icns", 2 * Integer.BYTES + body.size()));
        body.writeTo(all);
        return all.toByteArray();
    }

    private void append(ByteArrayOutputStream body, String type, int pixels) throws IOException {
        byte[] png = png(pixels);
        body.write(named(type, 2 * Integer.BYTES + png.length));
        body.write(png);
    }

    private static byte[] named(String type, int length) {
        return ByteBuffer.allocate(2 * Integer.BYTES).put(type.getBytes(StandardCharsets.US_ASCII)).putInt(length)
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Writes the file that jpackage wants on this system.
    Path writeTo(Path folder, Platform platform) throws IOException {
        Files.createDirectories(folder);
        return switch (platform) {
            case LINUX -> Files.write(folder.resolve("signalbox.png"), png(512));
            case MAC -> Files.write(folder.resolve("signalbox.icns"), icns());
            case WINDOWS -> Files.write(folder.resolve("signalbox.ico"), ico());
        };
    }
}
