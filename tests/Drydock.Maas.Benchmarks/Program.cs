using BenchmarkDotNet.Running;
using Drydock.Maas.Benchmarks;

// site [--nodes 50] [--latency 20] [--speed 3000]: a whole site on the simulator, requests and time by stage
// anything else goes to BenchmarkDotNet, for example --filter *Design*
if (args is ["site", .. var options])
    return await SiteHarness.RunAsync(HarnessOptions.Parse(options));

BenchmarkSwitcher.FromAssembly(typeof(SiteHarness).Assembly).Run(args);
return 0;
