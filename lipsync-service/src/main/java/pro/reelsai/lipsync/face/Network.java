package pro.reelsai.lipsync.face;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network that looks at pictures, one of those under {@code models/}. It computes on one thread, so that it adds up in the
 * same order everywhere. Not for more than one thread; holds native memory until it is closed.
 */
final class Network implements AutoCloseable {
    private final int size;
    private final OrtSession.SessionOptions options;
    private final OrtSession session;
    private final FloatBuffer input;
    private final OnnxTensor tensor;
    private final Map<String, OnnxTensor> inputs;

    /**
     * Loads a model.
     *
     * @param name the file's name without its ending
     * @param size how many pixels its input has in a row and in a column
     */
    Network(String name, int size) {
        this.size = size;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(read(name), options);
            input = ByteBuffer.allocateDirect(3 * size * size * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            tensor = OnnxTensor.createTensor(environment, input, new long[] {1, 3, size, size});
            inputs = Map.of(session.getInputNames().iterator().next(), tensor);
        } catch (OrtException e) {
            throw new IllegalStateException("The model " + name + " cannot be loaded", e);
        }
    }

    /**
     * Looks at a region of a picture.
     *
     * @param darkest what the network wants for black
     * @param brightest what the network wants for white
     * @return its outputs
     */
    List<float[]> look(Picture picture, Region region, float darkest, float brightest) {
        picture.copy(region, size, darkest, brightest, input);
        List<float[]> outputs = new ArrayList<>();
        try (OrtSession.Result result = session.run(inputs)) {
            for (var output : result) {
                FloatBuffer values = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] copy = new float[values.remaining()];
                values.get(copy);
                outputs.add(copy);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The network failed", e);
        }
        return outputs;
    }

    private static byte[] read(String name) {
        String resource = "/models/" + name + ".onnx";
        try (InputStream in = Network.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tensor.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The network could not be closed", e);
        } finally {
            options.close();
        }
    }
}
