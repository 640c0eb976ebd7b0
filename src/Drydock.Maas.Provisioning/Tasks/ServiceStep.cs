using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Services;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The checks of MAAS's services as a step; one result per check, of which only a failed one fails.</summary>
internal sealed class ServiceStep(TaskStep step, TaskEnvironment environment)
{
    public async Task<IReadOnlyList<DrydockStepResult>> RunAsync(SiteDesign site, CancellationToken token)
    {
        var start = environment.Time.GetUtcNow();
        var checks = await CheckAsync(token).ConfigureAwait(false);
        var duration = environment.Time.GetUtcNow() - start;
        return
        [
            .. checks.Select(check => new DrydockStepResult
            {
                Target = check.Check,
                Step = step.Name,
                Status = check.Status == CheckStatus.Failed ? StepStatus.Failed : StepStatus.Unchanged,
                Messages = check.Status == CheckStatus.Failed ? [] : [check.Message],
                Error = check.Status == CheckStatus.Failed ? new NodeException(ErrorIds.ServiceNotReady, check.Message) : null,
                StartedAt = start,
                Duration = duration,
            }),
        ];
    }

    private async Task<IReadOnlyList<ConnectionCheck>> CheckAsync(CancellationToken token)
    {
        var limit = environment.Timeouts[step.Timeout];
        using var clock = new CancellationTokenSource(limit, environment.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        try
        {
            return await ServiceChecks.RunAsync(environment.Session.Client, environment.Time, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return [new("Services", CheckStatus.Failed, $"MAAS had not answered all questions after {limit.TotalMinutes:0.##} minutes.")];
        }
    }
}
