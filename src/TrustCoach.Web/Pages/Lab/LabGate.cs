namespace TrustCoach.Web.Pages.Lab;

/// <summary>One experiment at a time, off the request's thread: however many are asked for, one core at most computes them, and pages stay quick.</summary>
public sealed class LabGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Waits for its turn, then computes; who gives up waiting costs nothing.</summary>
    public async Task<T> RunAsync<T>(Func<T> experiment, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await Task.Run(experiment, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
