using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

/// <summary>How long a machine that was read need not be read again.</summary>
public sealed class FreshReadingTests
{
    private readonly ClockSetBack _time = new();

    [Theory]
    [InlineData(5, true)]
    [InlineData(3600, false)]
    public void A_reading_is_as_old_as_the_time_that_passed_whatever_the_clock_says(int seconds, bool isFresh)
    {
        var input = new NodeStepInput { Node = new() { Name = "node1" }, Machine = new Machine(), Reading = new(null!, _time.GetTimestamp()) };
        _time.Passed = TimeSpan.FromSeconds(seconds);
        _time.Now -= TimeSpan.FromHours(2);
        Assert.Equal(isFresh, input.IsRecent(_time, _time.GetTimestamp()));
    }

    [Theory]
    [InlineData(20, nameof(MachineParts.Storage), true)]
    [InlineData(20, nameof(MachineParts.All), false)]
    [InlineData(5, nameof(MachineParts.Network), false)]
    [InlineData(40, nameof(MachineParts.Storage), false)]
    public void Parts_that_nothing_was_written_to_need_not_be_read_again_for_longer(int seconds, string uses, bool isRecent)
    {
        var reading = new MachineReading(null!, _time.GetTimestamp(), MachineParts.Network);
        _time.Passed = TimeSpan.FromSeconds(seconds);
        Assert.Equal(isRecent, reading.IsRecent(Enum.Parse<MachineParts>(uses), _time, _time.GetTimestamp()));
    }

    private sealed class ClockSetBack : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
