package io.smartchat.llm.langchain;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this process holds.
 *
 * @param threads by name, without those of the test's own servers
 * @param files open file descriptors, sockets among them; 0 where the system does not count them
 * @param heap bytes in use after a collection
 */
record Resources(Set<String> threads, long files, long heap) {

    static Resources now() {
        System.gc();
        return new Resources(
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> !name.startsWith("scripted-model-server") && !name.startsWith("awaitility"))
                        .collect(Collectors.toSet()),
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? unix.getOpenFileDescriptorCount()
                        : 0,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
