package semblance.model.onnx;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.ImageCrop;
import semblance.model.provider.ExecutionProvider;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTensorsTest {
    private static final ImageCrop RED = TinyEncoders.crop(255, 128, 128);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void memoryIsUsedAgainFromBatchToBatch(boolean half) {
        List<ImageCrop> batch = Collections.nCopies(8, RED);
        try (OnnxImageEncoder encoder = TinyEncoders.of(new TinyTower("n", half).graph(), ExecutionProvider.CPU,
                _ -> {
                })) {
            encoder.encode(batch);
            long before = directMemory();
            for (int i = 0; i < 50; i++) {
                encoder.encode(batch);
                encoder.encode(batch.subList(0, 1 + i % 8));
            }

            assertThat(directMemory()).isLessThanOrEqualTo(before); // less if other tests' memory was collected
        }
    }

    @Test
    void memoryGrowsWithTheBatch() {
        try (OnnxImageEncoder encoder = TinyEncoders.of(new TinyTower("n").graph(), ExecutionProvider.CPU, _ -> {
        })) {
            for (int size : new int[]{1, 3, 2, 17, 5}) {
                assertThat(encoder.encode(Collections.nCopies(size, RED))).hasSize(size)
                        .containsOnly(encoder.encode(List.of(RED)).getFirst());
            }
        }
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getTotalCapacity).sum();
    }
}
