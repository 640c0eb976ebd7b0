using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>Criteria and verdicts.</summary>
public sealed class SuccessJudgeTests
{
    [Theory]
    [InlineData(75.0, null, null, 4, 3, 0)]
    [InlineData(76.0, null, null, 4, 3, 1)]
    [InlineData(33.3, null, null, 3, 1, 0)]
    [InlineData(null, 3, null, 4, 3, 0)]
    [InlineData(null, 4, null, 4, 3, 1)]
    [InlineData(null, null, 1, 4, 3, 0)]
    [InlineData(null, null, 0, 4, 3, 1)]
    [InlineData(100.0, 4, 0, 4, 3, 3)]
    [InlineData(100.0, 4, 0, 0, 0, 0)]
    [InlineData(null, null, null, 4, 0, 0)]
    public void Each_criterion_given_has_to_be_met(double? percent, int? minimum, int? maximum, int total, int succeeded, int unmet)
    {
        var criteria =
            new SuccessCriteria { PercentSuccessfulNodes = percent, MinimumSuccessfulNodes = minimum, MaximumFailedNodes = maximum };
        Assert.Equal(unmet, SuccessJudge.FindUnmet(criteria, total, succeeded, isPart: false).Count);
    }

    [Theory]
    [InlineData(DrydockTaskVerdict.NothingSelected)]
    [InlineData(DrydockTaskVerdict.Skipped, DrydockTaskVerdict.Skipped, DrydockTaskVerdict.NothingSelected)]
    [InlineData(DrydockTaskVerdict.Success, DrydockTaskVerdict.Skipped, DrydockTaskVerdict.Success, DrydockTaskVerdict.NothingSelected)]
    [InlineData(DrydockTaskVerdict.Declined, DrydockTaskVerdict.Declined, DrydockTaskVerdict.Incomplete)]
    [InlineData(DrydockTaskVerdict.PartialSuccess, DrydockTaskVerdict.Declined, DrydockTaskVerdict.Success)]
    [InlineData(DrydockTaskVerdict.Drifted, DrydockTaskVerdict.Success, DrydockTaskVerdict.Drifted)]
    [InlineData(DrydockTaskVerdict.Planned, DrydockTaskVerdict.Planned, DrydockTaskVerdict.Skipped)]
    [InlineData(DrydockTaskVerdict.Failure, DrydockTaskVerdict.Planned, DrydockTaskVerdict.Failure)]
    [InlineData(DrydockTaskVerdict.Success, DrydockTaskVerdict.Success, DrydockTaskVerdict.Success)]
    [InlineData(DrydockTaskVerdict.PartialSuccess, DrydockTaskVerdict.Success, DrydockTaskVerdict.Failure)]
    [InlineData(DrydockTaskVerdict.PartialSuccess, DrydockTaskVerdict.Failure, DrydockTaskVerdict.Success)]
    [InlineData(DrydockTaskVerdict.PartialSuccess, DrydockTaskVerdict.Success, DrydockTaskVerdict.Incomplete)]
    [InlineData(DrydockTaskVerdict.Failure, DrydockTaskVerdict.Failure, DrydockTaskVerdict.Incomplete)]
    [InlineData(DrydockTaskVerdict.Incomplete, DrydockTaskVerdict.Incomplete)]
    public void Ends_make_up_a_verdict_in_any_order(DrydockTaskVerdict expected, params DrydockTaskVerdict[] parts) =>
        Assert.Equal(expected, Verdicts.Align(parts));
}
