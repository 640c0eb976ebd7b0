using Drydock.Maas.Api;
using Polly;
using Polly.Retry;

namespace Drydock.Maas.Client.Http;

/// <summary>
/// Repeats by meaning: what MAAS says to repeat (Retry-After), any method; reads without an answer of MAAS, with a server error or asked too often;
/// writes only when they cannot have reached MAAS.
/// </summary>
internal sealed class RetryPipelines
{
    private static readonly ResiliencePropertyKey<MaasRequest> Request = new("request");

    private const int MaxRepetitions = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly ResiliencePipeline _reads;
    private readonly ResiliencePipeline _writes;
    private readonly Action<RetryEventArgs> _tell;
    private volatile bool _established;

    public RetryPipelines(TimeProvider time, Action<RetryEventArgs> tell)
    {
        _tell = tell;
        _reads = Build(time, e => IsAskedFor(e) || IsPassing(e) || e is MaasApiException { StatusCode: 429 or >= 500 });
        _writes = Build(time, e => IsAskedFor(e) || NeverArrived(e));
    }

    /// <summary>Whether the address is known to be right.</summary>
    public bool IsEstablished => _established;

    /// <summary>From now on a lost connection is worth another try; before, the address is simply wrong and the operator waits.</summary>
    public void Establish() => _established = true;

    /// <summary>Makes a try, and others while that may help.</summary>
    public async Task<T> RunAsync<T>(MaasRequest request, Func<MaasRequest, CancellationToken, Task<T>> attempt, CancellationToken token)
    {
        var context = ResilienceContextPool.Shared.Get(token);
        context.Properties.Set(Request, request);
        try
        {
            return await (request.IsRead ? _reads : _writes)
                .ExecuteAsync(async c => await attempt(request, c.CancellationToken).ConfigureAwait(false), context)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Build(TimeProvider time, Func<Exception, bool> isRepeated)
    {
        var options = new RetryStrategyOptions
        {
            MaxRetryAttempts = MaxRepetitions,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(500),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && isRepeated(e) && !IsFinal(args.Context, e)),
            DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Exception)),
            OnRetry = args =>
            {
                RaiseRetrying(args);
                return default;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(options).Build();
    }

    private void RaiseRetrying(OnRetryArguments<object> args)
    {
        args.Context.Properties.TryGetValue(Request, out var request);
        _tell(new RetryEventArgs
        {
            Request = request?.ToString() ?? "",
            Reason = args.Outcome.Exception?.Message ?? "",
            Attempt = args.AttemptNumber + 1,
            MaxAttempts = MaxRepetitions,
            Delay = args.RetryDelay,
        });
    }

    private static TimeSpan? RetryAfter(Exception? exception) =>
        exception?.Data[ErrorResponses.RetryAfter] is TimeSpan wait ? (wait < LongestWait ? wait : LongestWait) : null;

    private static bool IsAskedFor(Exception exception) =>
        exception.Data.Contains(ErrorResponses.RetryAfter);

    /// <summary>A name that is taken stays taken, and a power controller has been asked often enough when MAAS gives it up.</summary>
    private static bool IsFinal(ResilienceContext context, Exception exception) =>
        exception is MaasApiException { IsFinal: true }
        || (exception is MaasApiException { StatusCode: 500 } && context.Properties.TryGetValue(Request, out var request) && request.AwaitsPower);

    private bool IsPassing(Exception exception) =>
        _established
            && (exception.Data.Contains(ErrorResponses.Passing)
                || (exception is MaasConnectionException { ErrorId: ErrorIds.ConnectionFailed or ErrorIds.RequestTimedOut or ErrorIds.WriteUnanswered }
                    && !IsPermanent(exception)));

    /// <summary>A host without an address does not get one within seconds.</summary>
    private static bool IsPermanent(Exception exception) =>
        exception.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError };

    private bool NeverArrived(Exception exception) =>
        _established
            && exception is MaasConnectionException { ErrorId: ErrorIds.ConnectionFailed, WriteMayHaveHappened: false }
            && !IsPermanent(exception);
}
