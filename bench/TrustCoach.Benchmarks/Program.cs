using TrustCoach.Benchmarks;

return await Commands.RunAsync(args);
