package dev.gregor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcReadingsTest {

    @Test
    void givenANameWithBlanksAndParentheses_whenStatIsRead_thenCpuIsUserSystemAndThatOfChildren() {
        // given
        var stat = "4242 (java (x) y) S 1 4242 4242 0 -1 4194304 9 9 9 9 150 25 7 3 20 0 40 0 12345 99999 555";
        // when
        long cpuMs = ProcessUsage.cpuMs(stat);
        // then
        assertThat(cpuMs).isEqualTo((150 + 25 + 7 + 3) * 10);
    }

    @Test
    void givenAStatus_whenMemoryIsRead_thenItIsInKilobytes() {
        // given
        var status = "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t  200100 kB\nVmRSS:\t  104448 kB\n";
        // when / then
        assertThat(ProcessUsage.kb(status, "VmRSS:")).isEqualTo(104_448);
        assertThat(ProcessUsage.kb(status, "VmHWM:")).isEqualTo(200_100);
        assertThat(ProcessUsage.kb("Name:\tjava\nState:\tZ (zombie)\n", "VmRSS:"))
                .isZero();
    }

    @Test
    void givenTheMachinesCounters_whenTheyAreRead_thenIdleAndWaitingForDisksAreNotBusy() {
        // given user nice system idle iowait irq softirq steal guest guest_nice
        var stat = "cpu  100 20 30 90000 8000 4 5 6 100 0\ncpu0 50 10 15 45000 4000 2 2 3 50 0\n";
        // when
        double seconds = LoadMeter.machineBusySeconds(stat);
        // then
        assertThat(seconds).isEqualTo((100 + 20 + 30 + 4 + 5 + 6) / 100.0);
    }

    @Test
    void givenThisJvm_whenItIsRead_thenItHasUsedCpuAndMemory() throws IOException {
        // when
        var usage = ProcessUsage.ofTree(ProcessHandle.current());
        // then
        assertThat(usage.cpuMs()).isPositive();
        assertThat(usage.residentKb()).isPositive();
        assertThat(usage.peakKb()).isGreaterThanOrEqualTo(usage.residentKb());
    }

    @Test
    void givenAClientThreadThatNeverRests_whenSharesAreJudged_thenItIsNamedAsTheLimit() {
        assertThat(LoadShares.warning(0.95, 0.05)).isEqualTo("⚠ a client thread was the limit");
        assertThat(LoadShares.warning(0.4, 0.5)).isEqualTo("⚠ others were at work");
        assertThat(LoadShares.warning(0.4, 0.05)).isEmpty();
    }
}
